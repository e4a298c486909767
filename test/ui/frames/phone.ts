// The page of ticket A025 in the minutes after it was taken at 10:21 on the morning of the story.
import type { TicketView, ViewFrame } from '#contract/live.ts'
import { sampleHall } from '#server/sample/index.ts'

const minute = 60_000
/** 10:27: three are ahead now. */
export const later = Date.parse('2026-03-17T10:27:00+08:00')
/** 10:33: called to counter 2. */
export const calledAt = Date.parse('2026-03-17T10:33:06+08:00')

const { id, name, shortName, timeZone, hotline } = sampleHall.hall
const pay = sampleHall.services.find((service) => service.id === 'bills-pay')
if (!pay) throw new Error('The sample hall takes no payments')

function serviceName(serviceId: string): TicketView['serviceName'] {
  const service = sampleHall.services.find(({ id }) => id === serviceId)
  if (!service) throw new Error(`The sample hall has no ${serviceId}`)
  return service.name
}

export const waiting: TicketView = {
  hall: {
    id,
    name,
    shortName,
    timeZone,
    hotline,
    businessDay: '2026-03-17',
    clockSuspect: false,
  },
  ticketNo: 'A025',
  state: 'waiting',
  serviceName: pay.name,
  language: 'zh',
  issuedAt: Date.parse('2026-03-17T10:21:00+08:00'),
  ahead: 3,
  preference: null,
  bookedAt: null,
  before: { ticketNo: 'A021', because: 'waited-longer' },
  further: [],
  wait: { fromMinutes: 5, untilMinutes: 8, over: false },
  callFrom: later + 5 * minute,
  callUntil: later + 8 * minute,
  worse: null,
  counterNo: null,
  counterNos: ['1', '2', '3'],
  lastCalledAt: null,
  callCount: 0,
  arriveBy: null,
  missed: null,
  materials: pay.materials,
  ratable: [],
}

export const waitingEnglish: TicketView = { ...waiting, language: 'en' }

/** No counter is open for it: people ahead, and no estimate. */
export const waitingUnknown: TicketView = {
  ...waiting,
  ahead: 9,
  wait: null,
  callFrom: null,
  callUntil: null,
  worse: null,
  counterNos: [],
}

export const waitingLong: TicketView = {
  ...waiting,
  ahead: 21,
  wait: { fromMinutes: 65, untilMinutes: 90, over: true },
  callFrom: later + 65 * minute,
  callUntil: later + 90 * minute,
  worse: null,
}

/** An older customer; a booked number goes first, and a counter has paused since it was taken. */
export const waitingPreferred: TicketView = {
  ...waiting,
  preference: { priority: 1, reason: 'elderly' },
  before: { ticketNo: 'A020', because: 'appointment' },
  worse: { minutes: 5, because: 'counter-paused' },
  further: [serviceName('bills-invoice')],
}

/** Booked for 10:30; everything that the page may have to say, at its longest. */
export const waitingBooked: TicketView = {
  ...waiting,
  language: 'en',
  preference: { priority: 2, reason: null },
  bookedAt: Date.parse('2026-03-17T10:30:00+08:00'),
  serviceName: serviceName('home-peak'),
  before: { ticketNo: 'M1021', because: 'over-target' },
  worse: { minutes: 25, because: 'priority-before' },
  wait: { fromMinutes: 45, untilMinutes: 60, over: false },
  callFrom: later + 45 * minute,
  callUntil: later + 60 * minute,
  further: ['home-peak', 'bills-invoice', 'home-transfer', 'solar-charger'].map(serviceName),
}

const gone = {
  ahead: null,
  wait: null,
  callFrom: null,
  callUntil: null,
  before: null,
  worse: null,
} as const

export const called: TicketView = {
  ...waiting,
  ...gone,
  state: 'called',
  counterNo: '2',
  lastCalledAt: calledAt,
  callCount: 1,
  arriveBy: calledAt + 3 * minute,
}

/** Called once more 45 s later; the time to come is the same. */
export const calledAgain: TicketView = {
  ...called,
  lastCalledAt: calledAt + 45_000,
  callCount: 2,
}

export const serving: TicketView = { ...called, state: 'serving', arriveBy: null }
export const servingFurther: TicketView = {
  ...serving,
  further: [serviceName('bills-invoice')],
}
export const parked: TicketView = { ...serving, state: 'parked' }
export const completed: TicketView = { ...serving, state: 'completed' }
export const cancelled: TicketView = { ...waiting, ...gone, state: 'cancelled' }
export const expired: TicketView = { ...waiting, ...gone, state: 'expired' }

export const missed: TicketView = {
  ...calledAgain,
  state: 'no_show',
  counterNo: null,
  callCount: 3,
  arriveBy: null,
  missed: { graceUntil: calledAt + 33 * minute, mayReturn: true },
}
export const missedTooLong: TicketView = {
  ...missed,
  missed: { graceUntil: calledAt - minute, mayReturn: false },
}

/** A whole frame; later ones of a test count `seq` up. */
export function frame(data: TicketView, seq = 1, serverTime = later): ViewFrame<'ticket'> {
  return { view: 'ticket', scope: 'a025', epoch: 'story', seq, serverTime, data }
}
