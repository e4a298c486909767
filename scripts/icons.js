// Copies the Tabler icons the screens use into `ui-kit/icons.ts`, as path data: inline drawings need
// no request and no innerHTML. Add a name below, then run `node scripts/icons.js`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { root } from './setup.js'

const folder = join(root, 'node_modules/@tabler/icons')
const target = join(root, 'ui-kit/icons.ts')

/** Names as at tabler.io, by what they are for; `-filled` takes the solid drawing. */
const names = {
  services: `receipt-yuan home-bolt building-factory-2 solar-panel charging-pile gauge help-circle
    bulb-off`,
  entries: `calendar-check heart-handshake headset ticket qrcode scan language text-size volume
    volume-2 volume-3 volume-off microphone keyboard search hand-finger`,
  facts: `users user clock calendar map-pin device-desktop device-mobile device-tablet device-tv phone
    id-badge-2 news clipboard-check file-text lock shield-check briefcase building moon-stars sun
    hourglass speakerphone`,
  acts: `repeat user-x player-play player-pause transfer clock-pause star lifebuoy
    message-exclamation note edit pencil refresh printer printer-off login logout key settings walk
    plus minus trash copy eye eye-off backspace arrow-back-up tool tools-kitchen-2 arrows-exchange
    dots door-exit`,
  states: `circle circle-check circle-x alert-triangle clock-exclamation info-circle cloud-off bell
    bell-ringing check x loader-2 mood-smile mood-sad square checkbox circle-check-filled
    circle-x-filled circle-filled alert-triangle-filled bell-ringing-filled player-play-filled
    player-pause-filled star-filled info-circle-filled`,
  console: `download fingerprint user-plus flag history list-search certificate shield-lock link
    writing-sign usb`,
  ways: `arrow-left arrow-right arrow-up arrow-down chevron-left chevron-right chevron-up
    chevron-down menu-2 external-link`,
}

/** @param {string} name */
function pathData(name) {
  const [, plain = name, filled] = /^(.+?)(-filled)?$/.exec(name) ?? []
  const file = join(folder, 'icons', filled ? 'filled' : 'outline', `${plain}.svg`)
  const drawing = readFileSync(file, 'utf8').replace(/<svg[^>]*>|<\/svg>|<!--.*?-->/gs, '')
  const shapes = drawing.match(/<[^>]+>/g) ?? []
  const paths = shapes.filter((shape) => !shape.includes('stroke="none"'))
  return paths
    .map((shape) => {
      const data = /^<path d="(M[^"]+)"/.exec(shape)?.[1]
      if (!data) throw new Error(`${name} is not drawn with plain paths alone: ${shape}`)
      return data
    })
    .join('')
}

const list = Object.values(names).flatMap((line) => line.split(/\s+/))
const doubled = list.filter((name, index) => list.indexOf(name) !== index)
if (doubled.length > 0) throw new Error(`named twice: ${doubled.join(', ')}`)

const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const copyright = /^Copyright.*$/m.exec(readFileSync(join(folder, 'LICENSE'), 'utf8'))?.[0]

const source = `
// Made by scripts/icons.js from @tabler/icons ${version}. Do not edit by hand.
// Tabler Icons, MIT License. ${copyright}. https://tabler.io/icons

/**
 * Path data of every icon the screens may show, on a 24 grid. Outlines are stroked with round caps
 * and joins; the names that end in \`-filled\` are filled. Both take the colour of the text.
 */
export const icons = {
${list.map((name) => `  '${name}': '${pathData(name)}',`).join('\n')}
} as const satisfies Record<string, string>

export type IconName = keyof typeof icons

export function isIconName(name: string): name is IconName {
  return Object.hasOwn(icons, name)
}

export function isFilled(name: IconName): boolean {
  return name.endsWith('-filled')
}
`
const style = await resolveConfig(target)
writeFileSync(target, await format(source, { ...style, parser: 'typescript' }))
console.log(`${list.length} icons written to ui-kit/icons.ts`)
