import Type from 'typebox'
import { setupKinds } from '#domain/hall/setup.ts'
import * as hall from '../hall.ts'
import * as people from '../people.ts'
import type { Route } from '../route.ts'
import { Id, oneOf, strict } from '../shapes.ts'

const HallParams = strict({ hallId: Id })
const StaffParams = strict({ staffId: Id })
const KeyParams = strict({ keyId: Id })
const SetupParams = strict({ kind: oneOf(setupKinds), id: Id })

/** Halls: what everybody may know, running one, setting one up. */
export const hallRoutes = {
  'GET /api/v1/halls': {
    summary: 'Halls of this server',
    act: 'hall.status',
    reply: hall.HallList,
  },
  'GET /api/v1/halls/:hallId/status': {
    summary: 'Lengths of the lines, hours, open windows',
    act: 'hall.status',
    params: HallParams,
    reply: hall.HallStatus,
  },

  'POST /api/v1/days/open': {
    summary: 'Open a business day by hand',
    act: 'day.open',
    body: hall.OpenDayBody,
    reply: hall.DayReply,
  },
  'POST /api/v1/days/close': {
    summary: 'Close the business day before its cut-over',
    act: 'day.close',
    reply: hall.DayReply,
  },
  'POST /api/v1/halls': {
    summary: 'Make a hall',
    act: 'hall.create',
    body: hall.CreateHallBody,
    reply: hall.HallReply,
    status: 201,
    plain: true,
  },
  'PUT /api/v1/setup/:kind/:id': {
    summary: 'Put an item of the setup in force; its shape is that of its kind',
    act: 'setup.change',
    params: SetupParams,
    body: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
    reply: hall.SetupReply,
  },
  'DELETE /api/v1/setup/:kind/:id': {
    summary: 'Take an item out of the setup',
    act: 'setup.change',
    params: SetupParams,
    body: strict({ reason: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) }),
    reply: hall.SetupReply,
  },
  'GET /api/v1/settings': {
    summary: 'Settings with their dated values and grounds',
    act: 'setting.read',
    reply: hall.SettingList,
  },
  'PUT /api/v1/settings/:key': {
    summary: 'Date a value of a setting',
    act: 'setting.change',
    // The body names the source of the value.
    reasonInShape: true,
    params: hall.SettingParams,
    body: hall.SettingBody,
    reply: hall.SettingReply,
  },
  'POST /api/v1/staff/:staffId/pin': {
    summary: 'Set or draw a PIN',
    act: 'pin.reset',
    params: StaffParams,
    body: people.PinBody,
    reply: people.PinReply,
    plain: true,
  },
  'POST /api/v1/keys': {
    summary: 'Make a credential for a program or a screen',
    act: 'key.manage',
    body: people.KeyBody,
    reply: people.KeyReply,
    status: 201,
    plain: true,
  },
  'GET /api/v1/keys': {
    summary: 'Credentials, without their secrets',
    act: 'key.manage',
    reply: people.KeyList,
  },
  'POST /api/v1/keys/:keyId/revoke': {
    summary: 'Take a credential back',
    act: 'key.manage',
    params: KeyParams,
    reply: people.KeyRevoked,
  },
} as const satisfies Record<string, Route>
