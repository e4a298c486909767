import { randomUUID } from 'node:crypto'
import type { EvaluatorView } from '#contract/live.ts'
import { second } from '#domain/time.ts'
import type { Doors } from '../cli/doors.ts'
import type { Crew, Post } from './crew.ts'
import type { Pace } from './pace.ts'
import type { Step } from './plan.ts'
import type { Intent } from './raters.ts'
import type { PlannedVisit, Shift } from './timetable.ts'

/** A counter in the middle of a replay. */
type Desk = { state: 'closed' | 'idle' | 'paused' | 'busy'; post: Post; staff: Doors }

/** A visit in the middle of a replay. */
type Guest = {
  ticketId: string
  token: string
  /** Place of its issue in the record: the line is in this order. */
  order: number
  issuedAt: number
  grant: { legId: string; grant: string } | null
}

/** What a replay did, and what it can say of it that the record cannot. */
export type Driven = {
  calledByRule: number
  calledByNumber: number
  /** Waits that are those of the recording to the millisecond. */
  exactWaits: number
  /** Services after which the tablet asked for nothing. */
  unasked: number
}

/**
 * Lives a plan through at the doors, step by step, as kiosk, staff and raters would. It makes no call
 * that the record did not make: where the rule of the hall chooses the same customer it calls the
 * next, else it calls that number, with a reason.
 */
export class Drive {
  readonly done: Driven = { calledByRule: 0, calledByNumber: 0, exactWaits: 0, unasked: 0 }
  readonly #crew: Crew
  readonly #kiosk: Doors
  readonly #pace: Pace
  readonly #desks = new Map<string, Desk>()
  readonly #guests = new Map<PlannedVisit, Guest>()
  /** Who waits for each service, in the order of the numbers. */
  readonly #lines = new Map<string, PlannedVisit[]>()

  constructor(crew: Crew, kiosk: Doors, pace: Pace) {
    this.#crew = crew
    this.#kiosk = kiosk
    this.#pace = pace
  }

  /** `progress` is told after each instant how many steps are done. */
  async run(steps: readonly Step[], progress: (done: number, at: number) => void): Promise<void> {
    for (let from = 0; from < steps.length;) {
      const at = steps[from]?.at ?? 0
      let until = from
      while (steps[until]?.at === at) until++
      await this.#pace.goTo(at)
      await this.#instant(steps.slice(from, until))
      progress(until, at)
      from = until
    }
  }

  /** Things of one instant may need each other: whatever can be done is, until all is. */
  async #instant(steps: Step[]): Promise<void> {
    let left = steps
    while (left.length > 0) {
      const waiting: Step[] = []
      for (const [index, step] of left.entries()) {
        const others = [...waiting, ...left.slice(index + 1)]
        if (this.#isReady(step, others)) await this.#do(step)
        else waiting.push(step)
      }
      if (waiting.length === left.length)
        throw new Error(`At ${new Date(left[0]?.at ?? 0).toISOString()} nothing can go on`)
      left = waiting
    }
  }

  #isReady(step: Step, others: readonly Step[]): boolean {
    const state = this.#desks.get(step.counterId ?? '')?.state ?? 'closed'
    switch (step.kind) {
      case 'new-day':
      case 'issue':
        return true
      case 'open':
        return state === 'closed'
      case 'resume':
        return state === 'paused'
      case 'call':
        return state === 'idle' && this.#guests.has(step.visit)
      case 'finish':
        return state === 'busy' && this.#isInHand(step.visit)
      case 'leave':
        return this.#guests.has(step.visit)
      case 'rate':
        return this.#guests.has(step.visit) && !others.some((one) => isFinishOf(one, step.visit))
      case 'pause':
      case 'close':
        // Last of all that happens at this counter now.
        return state === 'idle' && !others.some(({ counterId }) => counterId === step.counterId)
    }
  }

  #isInHand(visit: PlannedVisit): boolean {
    return this.#guests.has(visit) && !this.#lines.get(visit.service)?.includes(visit)
  }

  #do(step: Step): Promise<void> {
    switch (step.kind) {
      case 'new-day':
        return this.#pace.tick()
      case 'issue':
        return this.#issue(step.visit)
      case 'call':
        return this.#call(step.visit, this.#desk(step.counterId))
      case 'finish':
        return this.#finish(step.visit, this.#desk(step.counterId))
      case 'leave':
        return this.#leave(step.visit)
      case 'rate':
        return this.#rate(step.visit, step.intent)
      case 'open':
        return this.#open(step.shift)
      case 'resume':
      case 'pause':
      case 'close':
        return this.#shift(step.kind, this.#desk(step.counterId))
    }
  }

  #desk(counterId: string | null): Desk {
    const desk = this.#desks.get(counterId ?? '')
    if (!desk) throw new Error(`Counter ${counterId} has never been opened`)
    return desk
  }

  #guest(visit: PlannedVisit): Guest {
    const guest = this.#guests.get(visit)
    if (!guest) throw new Error(`${visit.day} ${visit.customerId} has no number`)
    return guest
  }

  async #issue(visit: PlannedVisit): Promise<void> {
    const body = { id: randomUUID(), serviceId: visit.service, ...preferenceOf(visit) }
    const { ticket, token } = await this.#kiosk.ask('POST /api/v1/tickets', { body })
    const { id: ticketId, issuedAt, version: order } = ticket
    this.#guests.set(visit, { ticketId, token, order, issuedAt, grant: null })
    const line = this.#lines.get(visit.service) ?? []
    this.#lines.set(visit.service, line)
    line.push(visit)
  }

  async #call(visit: PlannedVisit, desk: Desk): Promise<void> {
    const { ticketId, issuedAt } = this.#guest(visit)
    const { counterId } = desk.post
    const params = { counterId }
    const byRule = this.#chosenAt(desk) === visit
    const { ticket } = byRule
      ? await desk.staff.ask('POST /api/v1/counters/:counterId/call-next', { params })
      : await desk.staff.ask('POST /api/v1/tickets/:ticketId/call', {
          params: { ticketId },
          body: { reason: 'other' },
        })
    if (ticket.id !== ticketId)
      throw new Error(`Counter ${counterId} called ${ticket.ticketNo}, which the record did not`)
    this.done[byRule ? 'calledByRule' : 'calledByNumber'] += 1
    const wanted = (visit.calledAt ?? 0) - visit.arrivedAt
    if ((ticket.firstCalledAt ?? 0) - issuedAt === wanted) this.done.exactWaits += 1
    this.#leaveLine(visit)
    desk.state = 'busy'
    if (visit.outcome === 'served')
      await desk.staff.ask('POST /api/v1/tickets/:ticketId/start', { params: { ticketId } })
  }

  /** Whom the published rule (Q1) chooses at a counter: the oldest of those it may call. */
  #chosenAt({ post }: Desk): PlannedVisit | null {
    let chosen: PlannedVisit | null = null
    for (const service of this.#crew.servicesAt(post.counterId)) {
      const head = this.#lines.get(service)?.[0]
      if (head && (!chosen || this.#guest(head).order < this.#guest(chosen).order)) chosen = head
    }
    return chosen
  }

  async #finish(visit: PlannedVisit, desk: Desk): Promise<void> {
    const guest = this.#guest(visit)
    const params = { ticketId: guest.ticketId }
    desk.state = 'idle'
    if (visit.outcome === 'no_show') {
      await desk.staff.ask('POST /api/v1/tickets/:ticketId/no-show', { params })
      this.#guests.delete(visit)
      return
    }
    await desk.staff.ask('POST /api/v1/tickets/:ticketId/complete', { params, body: {} })
    const { data } = await desk.post.evaluator.ask('GET /api/v1/view')
    const { prompt } = data as unknown as EvaluatorView
    if (prompt?.legId.startsWith(guest.ticketId)) guest.grant = prompt
    else this.done.unasked += 1
  }

  async #leave(visit: PlannedVisit): Promise<void> {
    await this.#crew.phone(this.#guest(visit).token).ask('POST /api/v1/tickets/mine/cancel')
    this.#leaveLine(visit)
    this.#guests.delete(visit)
  }

  #leaveLine(visit: PlannedVisit): void {
    const line = this.#lines.get(visit.service) ?? []
    line.splice(line.indexOf(visit), 1)
  }

  async #rate(visit: PlannedVisit, intent: Intent): Promise<void> {
    const { grant: shown } = this.#guest(visit)
    if (!shown) return
    const { evaluator } = this.#desk(visit.counterId).post
    const { legId, grant } = shown
    const params = { legId }
    if (intent.kind === 'rating') {
      const { attitude, efficiency, reasons } = intent
      const body = { grant, attitude, efficiency, reasons }
      await evaluator.ask('POST /api/v1/evaluations/:legId/rating', { params, body })
    } else
      await evaluator.ask(`POST /api/v1/evaluations/:legId/${intent.kind}`, {
        params,
        body: { grant },
      })
    // Nothing more is asked of this visit.
    this.#guests.delete(visit)
  }

  async #open(shift: Shift): Promise<void> {
    const post = await this.#crew.post(shift)
    const staff = await post.signIn()
    const params = { counterId: shift.counterId }
    await staff.ask('POST /api/v1/counters/:counterId/open', { params })
    this.#desks.set(shift.counterId, { state: 'idle', post, staff })
  }

  async #shift(kind: 'resume' | 'pause' | 'close', desk: Desk): Promise<void> {
    const params = { counterId: desk.post.counterId }
    if (kind === 'pause')
      await desk.staff.ask('POST /api/v1/counters/:counterId/pause', {
        params,
        body: { reason: 'other' },
      })
    else await desk.staff.ask(`POST /api/v1/counters/:counterId/${kind}`, { params })
    if (kind === 'close')
      await desk.staff.ask('POST /api/v1/counters/:counterId/sign-out', { params })
    desk.state = kind === 'resume' ? 'idle' : kind === 'pause' ? 'paused' : 'closed'
  }
}

/** What the record knows of somebody's class; the booked time of an appointment has come. */
function preferenceOf({ priority, arrivedAt }: PlannedVisit) {
  if (priority === 2) return { bookedAt: arrivedAt - second }
  return priority === 1 ? ({ priorityReason: 'other' } as const) : {}
}

function isFinishOf(step: Step, visit: PlannedVisit): boolean {
  return step.kind === 'finish' && step.visit === visit
}
