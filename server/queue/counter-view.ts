import type { CounterView, CurrentTicketView, WaitingTicketView } from '#contract/live.ts'
import { promptAt } from '#domain/evaluation/rate.ts'
import { lowLevelMax } from '#domain/evaluation/rating.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { counterOf, setting, waitingOfService } from '#domain/hall/hall-day.ts'
import type { Words } from '#domain/hall/setup.ts'
import type { StaffSession } from '#domain/people/principal.ts'
import { pauseReasons } from '#domain/queue/counter.ts'
import type { CounterDay } from '#domain/queue/counter.ts'
import { chooseNext, inCallingOrder } from '#domain/queue/calling.ts'
import { lineKeysFor, mayServe, waitingCountFor } from '#domain/queue/routing.ts'
import {
  directCallReasons,
  handlingMs,
  legIdOf,
  outcomes,
  parkReasons,
  transferPlaces,
} from '#domain/queue/ticket.ts'
import type { Ticket } from '#domain/queue/ticket.ts'
import { graceLeft } from '#domain/queue/transfer.ts'
import { usualHandlingMs } from '#domain/queue/usual.ts'
import { second } from '#domain/time.ts'
import type { Hall } from '../hall/hall.ts'
import { hallView, inOrder } from '../hall/views.ts'
import { buttonsOf, requeueButton } from './buttons.ts'
import { hallWaiting, servicesOf, waitView, waitingOf } from './views.ts'

/** Waiting numbers shown at a counter; the rest is a count. */
const waitingShown = 60
/** Missed numbers shown at a counter: the latest ones. */
const missedShown = 8
/** Under so many ratings no share of satisfied customers is shown (E7). */
const ratingsMin = 5

const blank: Words = { zh: '', en: '' }

/** Who looks at a counter: with which live session, or how the one they had has ended. */
export type CounterViewer = {
  session: StaffSession | null
  sessionEnded: CounterView['sessionEnded']
}

/** What the hall knows besides its record that a counter shows. */
export type CounterSurroundings = {
  notesOf: (ticketId: string) => { at: number; text: string }[]
  evaluatorOnline: boolean
  phoneOpen: (ticketId: string) => boolean
}

export function counterView(
  hall: Hall,
  counterId: string,
  viewer: CounterViewer,
  now: number,
  around: CounterSurroundings,
): CounterView | null {
  const { day } = hall
  const setup = day.setup.counters.get(counterId)
  if (!setup) return null
  const counter = counterOf(day, counterId)
  const mine = viewer.session !== null && viewer.session.id === counter.sessionId
  const phoneOpen = counter.ticketId !== null && around.phoneOpen(counter.ticketId)
  const { state, since, pauseReason } = counter
  const prompt = promptAt(day, counterId, now)
  return {
    hall: hallView(hall),
    counter: { id: counterId, no: setup.no, label: setup.label, state, since, pauseReason },
    staff: staffAt(day, counter),
    mine,
    sessionEnded: mine ? null : viewer.sessionEnded,
    current: currentTicket(day, counter, around),
    next: nextTicket(day, counterId, now),
    waiting: inCallingOrder(day, lineKeysFor(day, counterId), waitingShown, now).map(({ ticket }) =>
      waitingTicket(day, ticket, counterId),
    ),
    waitingTotal: waitingCountFor(day, counterId),
    parked: parkedTickets(day, counterId),
    missed: missedTickets(day, counterId, now),
    groups: groupLoads(hall, counterId),
    services: serviceLoads(hall, counterId),
    counters: otherCounters(day, counterId),
    buttons: buttonsOf(day, counter, mine, now, phoneOpen),
    rating: prompt && { asking: true, until: prompt.promptUntil },
    evaluatorOnline: around.evaluatorOnline,
    today: todayOf(day, counter.staffId),
    choices: { outcomes, parkReasons, pauseReasons, directCallReasons, transferPlaces },
  }
}

function staffAt(day: HallDay, counter: CounterDay): CounterView['staff'] {
  const staff = counter.sessionId === null ? null : day.setup.staff.get(counter.staffId ?? '')
  if (!staff) return null
  const { id, name, staffNo, post } = staff
  return { id, name, staffNo, post }
}

function currentTicket(
  day: HallDay,
  counter: CounterDay,
  { notesOf }: CounterSurroundings,
): CurrentTicketView | null {
  const ticket = day.tickets.get(counter.ticketId ?? '')
  if (!ticket) return null
  const service = day.setup.services.get(ticket.serviceId)
  const leg = day.legs.get(legIdOf(ticket.id, ticket.leg))
  const waitedMs = Math.max(0, (leg?.firstCalledAt ?? ticket.queuedAt) - ticket.queuedAt)
  const normMs = (service?.normS ?? 0) * second
  return {
    id: ticket.id,
    ticketNo: ticket.ticketNo,
    state: ticket.state,
    serviceId: ticket.serviceId,
    serviceName: service?.name ?? blank,
    groupName: day.setup.groups.get(service?.groupId ?? '')?.name ?? blank,
    language: ticket.language,
    channel: ticket.channel,
    priority: ticket.priority,
    priorityReason: ticket.priorityReason,
    bookedAt: ticket.bookedAt,
    further: ticket.further.map((id) => day.setup.services.get(id)?.name ?? blank),
    why: leg?.why ?? null,
    issuedAt: ticket.issuedAt,
    waitedMs,
    waitedTooLong: waitedMs > (service?.waitNormS ?? Infinity) * second,
    firstCalledAt: ticket.firstCalledAt,
    lastCalledAt: ticket.lastCalledAt,
    callCount: ticket.callCount,
    startedAt: ticket.startedAt,
    parkedMs: leg?.parkedMs ?? 0,
    normMs,
    amberMs: Math.round((normMs * setting(day, 'amberPercent')) / 100),
    usualMs: usualHandlingMs(day, ticket.serviceId),
    notes: notesOf(ticket.id),
  }
}

function waitingTicket(day: HallDay, ticket: Ticket, counterId: string): WaitingTicketView {
  const service = day.setup.services.get(ticket.serviceId)
  return {
    id: ticket.id,
    ticketNo: ticket.ticketNo,
    groupId: service?.groupId ?? '',
    serviceName: service?.name ?? blank,
    groupName: day.setup.groups.get(service?.groupId ?? '')?.shortName ?? blank,
    queuedAt: ticket.queuedAt,
    priority: ticket.priority,
    priorityReason: ticket.priorityReason,
    bookedAt: ticket.bookedAt,
    overAt: ticket.queuedAt + (service?.waitNormS ?? 0) * second,
    sentHere: ticket.forCounterId === counterId,
    language: ticket.language,
  }
}

function nextTicket(day: HallDay, counterId: string, now: number): CounterView['next'] {
  const call = chooseNext(day, counterId, now)
  if (!call) return null
  const { ticket, why } = call
  const placed = ticket.rank === 0 ? 'placed-first' : 'longest-wait'
  const reason = ticket.forCounterId === counterId ? 'sent-here' : placed
  return { ...waitingTicket(day, ticket, counterId), reason, why }
}

function parkedTickets(day: HallDay, counterId: string): CounterView['parked'] {
  return [...day.tickets.values()]
    .filter(({ state, serviceId, counterId: at }) => {
      return state === 'parked' && (at === counterId || mayServe(day, counterId, serviceId))
    })
    .map((ticket) => ({
      id: ticket.id,
      ticketNo: ticket.ticketNo,
      serviceName: day.setup.services.get(ticket.serviceId)?.name ?? blank,
      parkedAt: ticket.parkedAt ?? 0,
      reason: ticket.parkReason ?? 'other',
      here: ticket.counterId === counterId,
    }))
}

function missedTickets(day: HallDay, counterId: string, now: number): CounterView['missed'] {
  return [...day.tickets.values()]
    .filter(({ state, serviceId }) => state === 'no_show' && mayServe(day, counterId, serviceId))
    .toSorted((a, b) => (b.missedAt ?? 0) - (a.missedAt ?? 0))
    .slice(0, missedShown)
    .map((ticket) => ({
      id: ticket.id,
      ticketNo: ticket.ticketNo,
      serviceName: day.setup.services.get(ticket.serviceId)?.name ?? blank,
      missedAt: ticket.missedAt ?? 0,
      graceUntil: graceLeft(day, ticket, now).until,
      button: requeueButton(day, ticket, now),
    }))
}

/** Groups this counter takes part in, with what waits there. */
function groupLoads(hall: Hall, counterId: string): CounterView['groups'] {
  const { day } = hall
  return inOrder(day.setup.groups.values()).flatMap(({ id, shortName }) => {
    const here = servicesOf(day, id).filter((service) => mayServe(day, counterId, service.id))
    const [first] = here
    if (!first) return []
    const wait = waitView(hall, first.id)
    return [{ id, shortName, waiting: waitingOf(day, here), wait }]
  })
}

function serviceLoads(hall: Hall, counterId: string): CounterView['services'] {
  const { day } = hall
  return inOrder(day.setup.groups.values()).flatMap((group) =>
    servicesOf(day, group.id).map(({ id, groupId, name }) => ({
      ...{ id, groupId, name, icon: group.icon },
      waiting: waitingOfService(day, id),
      wait: waitView(hall, id),
      here: mayServe(day, counterId, id),
    })),
  )
}

function otherCounters(day: HallDay, counterId: string): CounterView['counters'] {
  return inOrder(day.setup.counters.values())
    .filter(({ id }) => id !== counterId)
    .map(({ id, no, label }) => {
      const counter = counterOf(day, id)
      const staffName = day.setup.staff.get(counter.staffId ?? '')?.name ?? null
      const waiting = waitingCountFor(day, id)
      return { id, no, label, state: counter.state, staffName, waiting }
    })
}

function todayOf(day: HallDay, staffId: string | null): CounterView['today'] {
  const times: number[] = []
  let completed = 0
  for (const leg of day.legs.values()) {
    if (leg.staffId !== staffId || leg.businessDay !== day.businessDay) continue
    if (leg.end !== 'completed') continue
    completed++
    const took = handlingMs(leg)
    if (took !== null && !leg.suspect) times.push(took)
  }
  const sum = times.reduce((all, one) => all + one, 0)
  const handling = times.length === 0 ? null : Math.round(sum / times.length)
  const satisfiedPercent = satisfied(day)
  return { completed, handlingMs: handling, satisfiedPercent, hallWaiting: hallWaiting(day) }
}

/** Share of the hall's ratings of today with both levels at 基本满意 or better. */
function satisfied(day: HallDay): number | null {
  let rated = 0
  let good = 0
  for (const { businessDay, attitude, efficiency } of day.evaluations.values()) {
    if (businessDay !== day.businessDay || attitude === null || efficiency === null) continue
    rated++
    if (attitude > lowLevelMax && efficiency > lowLevelMax) good++
  }
  return rated < ratingsMin ? null : Math.round((good / rated) * 100)
}
