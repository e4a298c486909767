import type { Static } from 'typebox'
import type { EnrolmentReply } from '#contract/people-admin.ts'
import type { RouteKey } from '#contract/routes.ts'
import { createPerson, unlockPin } from '#domain/people/accounts.ts'
import { enrolmentMs, issueEnrolment } from '#domain/people/enrolment.ts'
import { signOutPerson } from '#domain/people/leaving.ts'
import type { Services } from '../app.ts'
import { decided } from '../doors.ts'
import type { Asked, Handlers } from '../doors.ts'
import { newId } from '../new-id.ts'
import type { Secrets } from '../secrets.ts'
import { keepCode, told, untold } from './codes.ts'
import { hasPassword } from './console/recovery.ts'
import { bilingual, peopleView, personView } from './person-view.ts'
import { forgetWrongPins } from './pins.ts'

type AccountRoute =
  | `${'GET' | 'POST'} /api/v1/people`
  | `POST /api/v1/people/:staffId/${'enrolment' | 'sign-out' | 'unlock'}`

type EnrolmentAnswer = Static<typeof EnrolmentReply>

const clerk = { zh: '综合柜员', en: 'Service clerk' }

/** Accounts of people: making one, a first way in, and ending what is open. */
export function accountHandlers({ halls }: Services): Pick<Handlers, AccountRoute & RouteKey> {
  return {
    'GET /api/v1/people': { read: ({ hall }) => ({ people: peopleView(hall) }) },
    'POST /api/v1/people': { command: makeAccount },
    'POST /api/v1/people/:staffId/enrolment': {
      command: (asked) => enrol(halls.secrets, asked),
    },
    'POST /api/v1/people/:staffId/sign-out': {
      command: ({ hall, params, body }) =>
        decided({
          decide: (day, moment) => signOutPerson(day, { ...params, ...body }, moment),
          reply: () => ({ person: personView(hall, params.staffId) }),
        }),
    },
    'POST /api/v1/people/:staffId/unlock': {
      command: ({ hall, params: { staffId } }) =>
        decided({
          decide: (day) => unlockPin(day, staffId),
          reply: () => ({ person: personView(hall, staffId) }),
          beside: (db) => forgetWrongPins(db, hall.day.setup.staff.get(staffId)?.staffNo ?? ''),
        }),
    },
  }
}

function makeAccount({ hall, body }: Asked<'POST /api/v1/people'>) {
  const { staffNo, works = 'staff' } = body
  const staffId = `staff-${newId()}`
  const post = body.post ? bilingual(body.post) : clerk
  const person = { staffId, staffNo, name: bilingual(body.name), post, works }
  return decided({
    decide: (day) => createPerson(day, person),
    reply: () => ({ person: personView(hall, staffId) }),
  })
}

function enrol(
  secrets: Secrets,
  { hall, params: { staffId } }: Asked<'POST /api/v1/people/:staffId/enrolment'>,
) {
  return decided({
    decide: (day, moment) =>
      issueEnrolment(day, { staffId, hasPassword: hasPassword(hall, staffId) }, moment),
    reply: (_day, enrolment) => ({ enrolment: untold(hall, enrolment) }),
    beside: (db, now) => keepCode(db, secrets, { staffId, expiresAt: now + enrolmentMs }),
    finish: (reply) => ({ enrolment: told(secrets, (reply as EnrolmentAnswer).enrolment) }),
  })
}
