import { isRefused, refuse } from '#domain/decision.ts'
import { createFirstAdministrator } from '#domain/people/accounts.ts'
import { enrolmentMs } from '#domain/people/enrolment.ts'
import { event } from '#domain/events.ts'
import type { Services } from '../app.ts'
import type { Asked, Handlers } from '../doors.ts'
import { newId } from '../new-id.ts'
import { keepCode, told, untold } from './codes.ts'
import { failed, privately } from './console/doors.ts'
import { giveTryBack, takeTry } from './console/tries.ts'
import { checkFirstCode, drawFirstCode, dropFirstCode, needsAdministrator } from './first.ts'
import { bilingual } from './person-view.ts'

type FirstRoute = 'POST /api/v1/console/first' | 'POST /api/v1/console/first/code'

const post = { zh: '系统管理员', en: 'System administrator' }

/** How the first person comes into a hall that has nobody who could let anybody in. */
export function firstHandlers(services: Services): Pick<Handlers, FirstRoute> {
  return {
    'POST /api/v1/console/first': { plain: (asked) => becomeFirst(services, asked) },
    'POST /api/v1/console/first/code': {
      plain: async ({ hall }) =>
        needsAdministrator(hall)
          ? drawFirstCode(hall, services.halls.secrets)
          : refuse('administrator-there'),
    },
  }
}

async function becomeFirst(
  { halls: { secrets } }: Services,
  { hall, body, browser }: Asked<'POST /api/v1/console/first'>,
) {
  const open = privately({ browser })
  if (open) return open
  const account = 'first administrator'
  const locked = takeTry(hall, browser, account)
  if (locked) return locked
  if (!needsAdministrator(hall) || checkFirstCode(hall, secrets, browser, body.code))
    return failed(hall, 'first-administrator', 'code-wrong')
  giveTryBack(hall, browser, account)
  const staffId = `staff-${newId()}`
  const person = { staffId, staffNo: body.staffNo, name: bilingual(body.name), post }
  const outcome = await hall.change.submit({
    actor: { kind: 'anyone', id: 'first-administrator', deviceId: null },
    sessionId: null,
    attempt: null,
    decide: (day, { now }) => {
      const made = createFirstAdministrator(day, person)
      if (isRefused(made)) return made
      const enrolment = { staffId, expiresAt: now + enrolmentMs }
      const events = [...made.events, event('enrolment.issued', enrolment)]
      return { value: enrolment, events }
    },
    beside: (db, now) => {
      dropFirstCode(db)
      keepCode(db, secrets, { staffId, expiresAt: now + enrolmentMs })
    },
    reply: (_day, enrolment) => untold(hall, enrolment),
  })
  if (!outcome.ok) return outcome.refusal
  return { enrolment: told(secrets, outcome.reply as ReturnType<typeof untold>) }
}
