import type { Static } from 'typebox'
import { actWords } from '#contract/acts.ts'
import { refusals } from '#contract/refusals.ts'
import type { Bilingual } from '#contract/shapes.ts'
import { prepared } from '../db/prepared.ts'
import type { Hall } from '../hall/hall.ts'

type Words = Static<typeof Bilingual>

const same = (text: string): Words => ({ zh: text, en: text })

/** What people call the thing that a field of an event names; null: the id is all there is. */
const namers: Record<string, (hall: Hall, id: string) => Words | null> = {
  staffId: nameOfStaff,
  subjectId: nameOfStaff,
  counterId: ({ day }, id) => {
    const counter = day.setup.counters.get(id)
    return counter ? { zh: `${counter.no} 号窗口`, en: `Counter ${counter.no}` } : null
  },
  deviceId: ({ day }, id) => {
    const device = day.devices.get(id)
    return device ? same(device.name) : null
  },
  ticketId: ticketNo,
  // Of somebody who was turned away: from what.
  act: (_hall, act) =>
    Object.hasOwn(actWords, act)
      ? actWords[act as keyof typeof actWords]
      : { zh: '打开画面', en: 'Open a screen' },
  // A leg is named by its ticket and its place in the ticket's life.
  legId: (hall, id) => ticketNo(hall, id.replace(/\.\d+$/, '')),
}

export function nameOf(hall: Hall, field: string, id: string): Words | null {
  return namers[field]?.(hall, id) ?? null
}

/** A code of refusal in words; null for whatever is none. */
export function wordsOfRefusal(code: string | null): Words | null {
  if (code === null || !Object.hasOwn(refusals, code)) return null
  const { zh, en } = refusals[code as keyof typeof refusals]
  // What was told in its places then is not kept.
  const open = (words: string) => words.replace(/\{\w+\}/g, '…')
  return { zh: open(zh), en: open(en) }
}

export function nameOfStaff({ day }: Hall, id: string): Words | null {
  return day.setup.staff.get(id)?.name ?? null
}

function ticketNo({ db }: Hall, id: string): Words | null {
  const row = prepared<[string], { ticketNo: string }>(
    db,
    'SELECT ticket_no AS ticketNo FROM tickets WHERE id = ?',
  ).get(id)
  return row ? same(row.ticketNo) : null
}
