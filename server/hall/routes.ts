import { Ajv } from 'ajv'
import type { RouteKey } from '#contract/routes.ts'
import { setupShapes } from '#contract/hall.ts'
import { isRefused, refuse } from '#domain/decision.ts'
import { closeDay, openDayByHand } from '#domain/hall/day-acts.ts'
import { emptyHallDay } from '#domain/hall/hall-day.ts'
import { waitingOfService } from '#domain/hall/hall-day.ts'
import type { HallDay } from '#domain/hall/hall-day.ts'
import { changeSetting, changeSetup } from '#domain/hall/setup-acts.ts'
import { settingDefinitions, settingKeys, settingOn } from '#domain/hall/settings.ts'
import type { SettingKey } from '#domain/hall/settings.ts'
import type { SetupKind } from '#domain/hall/setup.ts'
import type { SetupRow } from '#domain/hall/touched.ts'
import { whyNotAlone } from '#domain/people/rating-rules.ts'
import { isOpen } from '#domain/queue/routing.ts'
import type { Services } from '../app.ts'
import { actorOf, decided } from '../doors.ts'
import type { Asked, Handlers } from '../doors.ts'
import { hallWaiting, waitView } from '../queue/views.ts'
import { whyNotIssued } from '#domain/queue/issue.ts'
import type { Hall } from './hall.ts'
import { hallClosed, inOrder } from './views.ts'

type HallRoute = Extract<
  RouteKey,
  | `${string} /api/v1/halls${string}`
  | `${string} /api/v1/days${string}`
  | `${string} /api/v1/setup${string}`
  | `${'GET' | 'PUT'} /api/v1/settings${string}`
>

const ajv = new Ajv({ allErrors: false, strict: false })
const setupChecks = Object.fromEntries(
  Object.entries(setupShapes).map(([kind, shape]) => [kind, ajv.compile(shape)]),
) as unknown as Record<SetupKind, ReturnType<typeof ajv.compile>>

const dayReply = (day: HallDay) => ({ businessDay: day.businessDay ?? '', dayOpen: day.dayOpen })

export function hallHandlers({ halls }: Services): Pick<Handlers, HallRoute> {
  return {
    'GET /api/v1/halls': { read: () => ({ halls: halls.all().map(hallShape) }) },
    'GET /api/v1/halls/:hallId/status': { read: ({ hall }) => statusOf(hall) },
    'POST /api/v1/halls': {
      plain: async ({ body, principal }) => {
        const { hall: identity } = body
        if (halls.get(identity.id)) return refuse('hall-exists')
        const change = { kind: 'hall', id: identity.id, value: identity } as const
        // Asked of an empty hall first: a refusal must not leave the record of a hall behind.
        const wanted = changeSetup(emptyHallDay(identity.id), change)
        if (isRefused(wanted)) return wanted
        const hall = halls.open(identity.id)
        await hall.begin()
        const outcome = await hall.change.submit({
          actor: actorOf(principal),
          sessionId: null,
          attempt: null,
          decide: (day) => changeSetup(day, change),
          reply: () => ({}),
        })
        if (!outcome.ok) return outcome.refusal
        await hall.tick()
        return { hall: hallShape(hall) }
      },
    },
    'POST /api/v1/days/open': {
      command: ({ hall, body }) =>
        decided({
          decide: (day, moment) => openDayByHand(day, body, moment),
          reply: dayReply,
          finish: (reply) => signHead(hall, reply),
        }),
    },
    'POST /api/v1/days/close': {
      command: ({ hall }) =>
        decided({ decide: closeDay, reply: dayReply, finish: (reply) => signHead(hall, reply) }),
    },
    'PUT /api/v1/setup/:kind/:id': { command: putSetup },
    'DELETE /api/v1/setup/:kind/:id': {
      command: ({ params }) =>
        decided({
          decide: (day) => changeSetup(day, { ...params, value: null } as SetupRow),
          reply: () => ({ id: params.id }),
        }),
    },
    'GET /api/v1/settings': {
      read: ({ hall }) => ({ settings: settingKeys.map((key) => settingShape(hall.day, key)) }),
    },
    'PUT /api/v1/settings/:key': {
      command: ({ params: { key }, body }) =>
        decided({
          decide: (day, moment) => whyNotAlone(day, key, moment) ?? changeSetting({ ...body, key }),
          reply: (day) => ({ setting: settingShape(day, key) }),
        }),
    },
  }
}

/** The close of a day is signed at once: nothing of it can be rewritten unseen. */
function signHead(hall: Hall, reply: object): object {
  hall.checkpoints.write(hall.seq, hall.now())
  return reply
}

/** The reason stands beside the item, and is kept with whoever acted. */
function putSetup({ params, body: sent }: Asked<'PUT /api/v1/setup/:kind/:id'>) {
  const { reason: _reason, ...body } = sent
  const check = setupChecks[params.kind]
  if (!check(body)) {
    const field = check.errors?.[0]?.instancePath.slice(1) || (check.errors?.[0]?.message ?? '')
    return refuse('setup-invalid', { ...params, field })
  }
  const row = { ...params, value: body } as unknown as SetupRow
  return decided({
    decide: (day) => changeSetup(day, row),
    reply: () => ({ id: params.id }),
  })
}

function hallShape({ day }: Hall) {
  const { id, name, purpose } = day.setup.hall
  return { id, name, purpose, businessDay: day.businessDay, dayOpen: day.dayOpen }
}

function statusOf(hall: Hall) {
  const { day } = hall
  const now = hall.now()
  const closed = hallClosed(day, now)
  return {
    hall: hallShape(hall),
    open: closed === null,
    opensOn: closed?.opensOn ?? null,
    opensAtMinutes: closed?.opensAtMinutes ?? null,
    openCounters: [...day.counters.values()].filter(isOpen).length,
    waiting: hallWaiting(day),
    services: inOrder(day.setup.services.values()).map((service) => ({
      id: service.id,
      groupId: service.groupId,
      name: service.name,
      waiting: waitingOfService(day, service.id),
      wait: waitView(hall, service.id),
      open: whyNotIssued(day, service, now) === null,
    })),
  }
}

function settingShape(day: HallDay, key: SettingKey) {
  const dated = day.settings
    .filter((setting) => setting.key === key)
    .map(({ value, validFrom, source }) => ({ value, validFrom, source }))
  const value = settingOn(day.settings, key, day.businessDay ?? '9999-12-31')
  return { key, value, ground: settingDefinitions[key].ground, dated }
}
