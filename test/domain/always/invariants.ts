import { lineKeyOf } from '#domain/hall/hall-day.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { compareInLine } from '#domain/queue/line.ts'
import { ticketLabel } from '#domain/queue/numbering.ts'
import { isOpen, openCountersFor, servicesAt } from '#domain/queue/routing.ts'
import { endStates, legIdOf } from '#domain/queue/ticket.ts'

/** What is wrong with a hall, in words; nothing: it is in order. */
type Look = (day: HallDay) => string[]

const over: readonly string[] = endStates
const twice = (things: readonly string[]) => things.filter((one, at) => things.indexOf(one) !== at)
const outOfOrder = (numbers: readonly number[]) =>
  numbers.filter((number, at) => at > 0 && number <= (numbers[at - 1] ?? 0))

/** T2, T3: of each letter every number up to the last is given out once, in order, or is carried. */
const numbersAreWhole: Look = (day) => {
  const today = [...day.tickets.values()].filter((one) => one.businessDay === day.businessDay)
  return [...day.series].flatMap(([prefix, last]) => {
    const given = today.filter((one) => one.prefix === prefix).map((one) => one.number)
    const known = new Set(given)
    const gaps = Array.from({ length: last }, (_, at) => at + 1).filter(
      (number) => !known.has(number) && !day.carried.has(ticketLabel(prefix, number)),
    )
    const beyond = given.filter((number) => number > last)
    return [...gaps, ...beyond, ...outOfOrder(given)].map((number) => `${prefix} ${number}`)
  })
}

/** T2: of all who are still here, no two answer to one number, of whatever day. */
const labelsDiffer: Look = (day) => {
  const here = [...day.tickets.values()].filter((one) => one.endedAt === null)
  return twice(here.map((one) => one.ticketNo))
}

/** T6, Q2: the lines hold exactly those who wait, each once, where they belong, in order. */
const linesHoldTheWaiting: Look = (day) => {
  const waiting = [...day.tickets.values()].filter((one) => one.state === 'waiting')
  const inLines = [...day.lines].flatMap(([key, { tickets }]) =>
    tickets.map((ticket) => ({ key, ticket })),
  )
  const missing = waiting.filter((one) => !inLines.some(({ ticket }) => ticket === one))
  const astray = inLines.filter(
    ({ key, ticket }) => ticket.state !== 'waiting' || lineKeyOf(ticket) !== key,
  )
  const disorder = [...day.lines.values()].flatMap(({ tickets }) =>
    tickets.filter((one, at) => {
      const before = tickets[at - 1]
      return before !== undefined && compareInLine(before, one) >= 0
    }),
  )
  const wrong = [...missing, ...astray.map(({ ticket }) => ticket), ...disorder]
  return wrong.map((one) => `${one.ticketNo} ${one.state}`)
}

/** C1: a ticket is at one counter at most, a counter has one ticket at most, and both agree. */
const countersAndTicketsAgree: Look = (day) => [
  ...[...day.counters.values()]
    .filter(({ state, ticketId, id, staffId }) => {
      const busy = state === 'called' || state === 'serving'
      if (!busy) return ticketId !== null
      const ticket = day.tickets.get(ticketId ?? '')
      return ticket?.state !== state || ticket.counterId !== id || ticket.staffId !== staffId
    })
    .map((one) => `counter ${one.id} ${one.state}`),
  ...[...day.tickets.values()]
    .filter(({ state, counterId, id, endedAt }) => {
      if (over.includes(state) !== (endedAt !== null)) return true
      if (state === 'waiting') return counterId !== null
      if (state === 'parked') return counterId === null
      const inHand = state === 'called' || state === 'serving'
      return inHand && day.counters.get(counterId ?? '')?.ticketId !== id
    })
    .map((one) => `${one.ticketNo} ${one.state}`),
]

/** C3: a sign-in is one person at one counter, and the counter knows it. */
const signInsAreOneToOne: Look = (day) => [
  ...twice([...day.sessions.values()].map((one) => one.staffId)),
  ...[...day.sessions.values()]
    .filter(({ id, counterId, staffId }) => {
      const counter = day.counters.get(counterId)
      return counter?.sessionId !== id || counter.staffId !== staffId
    })
    .map((one) => one.id),
  ...[...day.counters.values()]
    .filter(({ sessionId }) => sessionId !== null && !day.sessions.has(sessionId))
    .map((one) => one.id),
]

/** T6: the legs of a ticket follow each other, and only the last may still go on. */
const legsAreWhole: Look = (day) =>
  [...day.tickets.values()].flatMap(({ id, leg: present, endedAt }) =>
    Array.from({ length: present }, (_, at) => at + 1)
      .filter((number) => {
        const leg = day.legs.get(legIdOf(id, number))
        const ended = number < present || endedAt !== null
        return !leg || (leg.endedAt !== null) !== ended || (leg.end !== null) !== ended
      })
      .map((number) => legIdOf(id, number)),
  )

/** E6, E2: each served leg that has ended has exactly one evaluation, of its own person; no other has. */
const servedLegsAreEvaluated: Look = (day) => [
  ...[...day.legs.values()]
    .filter((leg) => {
      const served = leg.startedAt !== null && leg.endedAt !== null
      const evaluation = day.evaluations.get(leg.id)
      if (!served || !evaluation) return served !== (evaluation !== undefined)
      const { staffId, counterId, serviceId, ticketId, state, attitude } = evaluation
      if ((state === 'rated') !== (attitude !== null)) return true
      const own = staffId === leg.staffId && counterId === leg.counterId
      return !own || serviceId !== leg.serviceId || ticketId !== leg.ticketId
    })
    .map((leg) => `leg ${leg.id} ${leg.end}`),
  ...[...day.evaluations.keys()].filter((legId) => !day.legs.has(legId)),
]

/** Q10: whoever waits for one counter waits for one that is not closed. */
const nobodyWaitsForAClosedCounter: Look = (day) =>
  [...day.tickets.values()]
    .filter(({ state }) => state === 'waiting')
    .filter(({ forCounterId: id }) => id !== null && day.counters.get(id)?.state === 'closed')
    .map((one) => one.ticketNo)

/** Q23: turns stand in the order of the record. */
const announcementsAreInOrder: Look = (day) =>
  outOfOrder(day.announcements.map((one) => one.seq)).map(String)

/** Q4: what is kept to be quick says the same as the setup and the sign-ins. */
const routingIsFresh: Look = (day) => {
  const anew = { ...day, routing: null }
  const openOf = (of: HallDay, id: string) =>
    openCountersFor(of, id)
      .map((one) => one.id)
      .join()
  return [
    ...[...day.setup.counters.keys()].filter(
      (id) => [...servicesAt(day, id)].join() !== [...servicesAt(anew, id)].join(),
    ),
    ...[...day.setup.services.keys()].filter(
      (id) =>
        openOf(day, id) !== openOf(anew, id) ||
        openCountersFor(day, id).some((one) => !isOpen(one) || day.counters.get(one.id) !== one),
    ),
  ]
}

const looks = {
  numbersAreWhole,
  labelsDiffer,
  linesHoldTheWaiting,
  countersAndTicketsAgree,
  signInsAreOneToOne,
  legsAreWhole,
  servedLegsAreEvaluated,
  nobodyWaitsForAClosedCounter,
  announcementsAreInOrder,
  routingIsFresh,
}

/** Everything that is wrong with a hall, with the name of what does not hold. */
export function whatIsWrong(day: HallDay): string[] {
  return Object.entries(looks).flatMap(([name, look]) => look(day).map((one) => `${name}: ${one}`))
}
