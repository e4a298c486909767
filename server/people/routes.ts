import { v7 as uuidv7 } from 'uuid'
import type { RouteKey } from '#contract/routes.ts'
import { isRefused, refuse } from '#domain/decision.ts'
import { createKey, revokeKey } from '#domain/hall/setup-acts.ts'
import { rolesOf } from '#domain/people/account-effects.ts'
import { consoleRolesOf } from '#domain/people/console-acts.ts'
import { pinSetter, setPin } from '#domain/people/accounts.ts'
import type { DeviceKind } from '#domain/people/principal.ts'
import { counterBoundKinds } from '#domain/people/principal.ts'
import { signIn } from '#domain/people/session.ts'
import type { Services } from '../app.ts'
import { actorOf, reasonIn } from '../doors.ts'
import type { Asked, Handlers } from '../doors.ts'
import type { Command, Outcome } from '../change.ts'
import type { Hall } from '../hall/hall.ts'
import { samplePins } from '../sample/seed.ts'
import { drawSecret, hashSecret } from '../secrets.ts'
import { accountNamed } from './console/doors.ts'
import { noteDenied } from './denials.ts'
import { checkPin, drawPin, hashPin, isStillPin, isWeakPin, keepPin } from './pins.ts'

type PeopleRoute =
  | 'POST /api/v1/counters/:counterId/sign-in'
  | 'POST /api/v1/staff/:staffId/pin'
  | Extract<
      RouteKey,
      `${string} /api/v1/keys${string}` | `${string} /api/v1/sample${'' | '/credentials'}`
    >

type Own = Pick<Command, 'decide' | 'reply' | 'beside'>

type Submitting = Pick<Asked<RouteKey>, 'hall' | 'principal'> & { body?: unknown }

/** A command that carries secrets in or out: it is never kept for a repetition. */
function submit<V extends object>(
  { hall, principal, body }: Submitting,
  command: Pick<Command<V>, 'decide' | 'reply' | 'beside'>,
): Promise<Outcome> {
  const actor = actorOf(principal, reasonIn(body))
  const sessionId = principal.console?.id ?? null
  return hall.change.submit({ ...(command as Own), actor, sessionId, attempt: null })
}

export function peopleHandlers(services: Services): Pick<Handlers, PeopleRoute> {
  const { halls, credentials, hub } = services
  return {
    'POST /api/v1/counters/:counterId/sign-in': { plain: (asked) => takeCounter(services, asked) },
    'POST /api/v1/staff/:staffId/pin': {
      plain: async (asked) => {
        const { hall, params, body, principal } = asked
        const staff = hall.day.setup.staff.get(params.staffId)
        if (!staff) return refuse('not-found')
        if (body.pin && isWeakPin(body.pin)) return refuse('pin-weak')
        const setter = pinSetter(hall.day, principal, staff.id)
        if (isRefused(setter)) return setter
        const pin = body.pin ?? drawPin()
        const pinHash = await hashPin(pin, halls.secrets.pepper)
        const outcome = await submit(
          { ...asked, principal: { ...principal, kind: setter.as } },
          {
            decide: (day) => setPin(day, principal, staff.id),
            reply: () => ({}),
            beside: (db) => keepPin(db, staff.id, pinHash),
          },
        )
        if (!outcome.ok) return outcome.refusal
        return { staffId: staff.id, staffNo: staff.staffNo, pin }
      },
    },
    'POST /api/v1/keys': {
      plain: async (asked) => {
        const { kind, counterId = null, label = '' } = asked.body
        const keyId = `key-${uuidv7()}`
        const secret = `hk_${kind}_${drawSecret()}`
        const outcome = await submit(asked, {
          decide: (day) => createKey(day, { keyId, kind, counterId, label }),
          reply: () => ({}),
          beside: (db) =>
            db.prepare('INSERT INTO key_secrets VALUES (?, ?)').run(keyId, hashSecret(secret)),
        })
        return outcome.ok ? { key: keyOf(asked.hall, keyId), secret } : outcome.refusal
      },
    },
    'GET /api/v1/keys': { read: ({ hall }) => ({ keys: [...hall.day.keys.values()] }) },
    'POST /api/v1/keys/:keyId/revoke': {
      command: ({ hall, params: { keyId } }) => ({
        decide: (day) => revokeKey(day, keyId),
        reply: () => ({ key: keyOf(hall, keyId) }),
        // After the commit: open sockets of the key end at once.
        finish: (reply) => {
          hub.dropCredential(keyId)
          return reply
        },
      }),
    },
    'GET /api/v1/sample': { read: ({ local }) => sampleReply(services, local) },
    'POST /api/v1/sample/credentials': {
      plain: async ({ body, local }) => {
        const { kind, counterId = null, hallId } = body
        const hall = local ? lendingHall(services, hallId) : undefined
        if (!hall) return refuse('not-allowed')
        const bound = counterBoundKinds.includes(kind)
        if (bound !== (counterId !== null)) return refuse('bad-request', { field: 'counterId' })
        if (counterId !== null && !hall.day.setup.counters.has(counterId))
          return refuse('counter-unknown')
        const token = credentials.mintSample(hall, kind as DeviceKind, counterId, uuidv7())
        return { token, hallId: hall.id, kind, counterId }
      },
    },
  }
}

/** The sample hall, or a hall of recorded days beside it; no hall that serves people lends. */
function lendingHall({ sampleHall, halls }: Services, hallId?: string): Hall | undefined {
  const sample = sampleHall()
  if (!sample || hallId === undefined || hallId === sample.id) return sample
  const recorded = halls.get(hallId)
  return recorded?.day.setup.hall.purpose === 'replay' ? recorded : undefined
}

async function takeCounter(
  services: Services,
  asked: Asked<'POST /api/v1/counters/:counterId/sign-in'>,
) {
  const { halls, credentials } = services
  const { hall, principal, params, body } = asked
  if (principal.counterId !== params.counterId) return refuse('not-allowed')
  const deviceId = principal.id
  const checked = await checkPin(hall, { ...body, deviceId }, halls.secrets.pepper)
  if (isRefused(checked)) {
    const { who } = accountNamed(services, hall, body.staffNo)
    noteDenied(hall, {
      act: 'counter.sign-in',
      because: checked.refused,
      kind: 'terminal',
      id: who,
    })
    return checked
  }
  const { staffId, pinHash } = checked
  const sessionId = `session-${uuidv7()}`
  const outcome = await hall.change.submit({
    actor: { kind: 'staff', id: staffId, deviceId },
    sessionId: null,
    attempt: null,
    decide: (day, moment) =>
      isStillPin(hall.db, staffId, pinHash)
        ? signIn(day, { sessionId, staffId, ...params, deviceId }, moment)
        : refuse('pin-wrong'),
    reply: () => ({}),
  })
  if (!outcome.ok) return outcome.refusal
  const endsAt = hall.day.sessions.get(sessionId)?.endsAt ?? hall.now()
  return { session: credentials.sessionToken(sessionId), ...params, staffId, endsAt }
}

function keyOf(hall: Hall, keyId: string) {
  const key = hall.day.keys.get(keyId)
  if (!key) throw new Error(`Key ${keyId} was made and is not there`)
  return key
}

function sampleReply({ sampleHall, halls }: Services, local: boolean) {
  const hall = sampleHall()
  if (!hall || !local) return refuse('not-found')
  const pins = samplePins(halls.dataDir)
  const everybody = [...hall.day.setup.staff.values()]
  const clerks = everybody.filter(({ id }) => rolesOf(hall.day, id).has('staff'))
  return {
    hallId: hall.id,
    counters: [...hall.day.setup.counters.values()].map(({ id, no }) => ({ id, no })),
    staff: clerks.map(({ staffNo, name }, at) => ({
      staffNo,
      name,
      pin: pins[staffNo] ?? '',
      counterId: [...hall.day.setup.counters.keys()][at] ?? null,
    })),
    console: everybody
      .filter(({ id }) => consoleRolesOf(hall.day, id).length > 0)
      .map(({ id, name }) => ({ staffId: id, name, roles: [...rolesOf(hall.day, id)] })),
  }
}
