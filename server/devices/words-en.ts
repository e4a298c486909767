/** 256 short words for things, none of which sounds like another. */
export const wordsEn = `
apple arrow autumn badge bamboo banana basket beach beetle bell berry bicycle blanket boat bonfire book
bottle branch bread bridge broom brush bucket butter button cabin cactus camel camera candle canoe carrot
castle cedar cello chair cheese cherry chimney circle clay cliff clock cloud clover coat coconut coffee
comet compass coral corn cotton cradle crane cricket crown crystal curtain daisy deer desert diamond dolphin
donkey door dragon drum duck eagle earth easel egg elbow elephant elm engine envelope falcon feather
fence fern ferry fiddle field finger fire flag flame flute forest fork fossil fountain fox frog
garden garlic gate ginger giraffe glacier glass globe goat gold goose grape grass guitar hammer harbor
harp hat hazel hedge helmet heron hill honey horse house igloo iron island ivory ivy jacket
jaguar jasmine jelly jewel jungle kettle key kite kitten ladder lake lamp lantern laurel leaf lemon
lily lime lion lizard lobster locket lotus magnet mango maple marble market meadow melon mill mint
mirror monkey moon moss mountain mushroom nail needle nest noodle nutmeg oak oasis ocean olive onion
orange orchid otter owl oyster paddle palace panda paper parrot peach pearl pebble pencil penguin pepper
piano picnic pillow pine planet plum pocket pond poppy potato prairie pumpkin puppet quartz quilt rabbit
radish railway rain raven reef ribbon rice river robin rocket rose ruby saddle sail salmon sand
saturn scarf shell ship silk silver snow spider spoon spring squirrel star stone sugar sun swan
table tea temple thread tiger timber tower tulip turtle valley velvet violin walnut whale willow window
`
  .trim()
  .split(/\s+/)
