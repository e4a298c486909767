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
  'GET /api/v1/halls': { summary: 'Halls of this server', who: ['anyone'], reply: hall.HallList },
  'GET /api/v1/halls/:hallId/status': {
    summary: 'Lengths of the lines, hours, open windows',
    who: ['anyone'],
    params: HallParams,
    reply: hall.HallStatus,
  },

  'POST /api/v1/days/open': {
    summary: 'Open a business day by hand',
    who: ['operator'],
    body: hall.OpenDayBody,
    reply: hall.DayReply,
  },
  'POST /api/v1/days/close': {
    summary: 'Close the business day before its cut-over',
    who: ['manager', 'operator'],
    reply: hall.DayReply,
  },
  'POST /api/v1/halls': {
    summary: 'Make a hall',
    who: ['operator'],
    body: hall.CreateHallBody,
    reply: hall.HallReply,
    status: 201,
    plain: true,
  },
  'PUT /api/v1/setup/:kind/:id': {
    summary: 'Put an item of the setup in force; its shape is that of its kind',
    who: ['operator'],
    params: SetupParams,
    body: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
    reply: hall.SetupReply,
  },
  'DELETE /api/v1/setup/:kind/:id': {
    summary: 'Take an item out of the setup',
    who: ['operator'],
    params: SetupParams,
    reply: hall.SetupReply,
  },
  'GET /api/v1/settings': {
    summary: 'Settings with their dated values and grounds',
    who: ['manager', 'operator'],
    reply: hall.SettingList,
  },
  'PUT /api/v1/settings/:key': {
    summary: 'Date a value of a setting',
    who: ['operator'],
    params: hall.SettingParams,
    body: hall.SettingBody,
    reply: hall.SettingReply,
  },
  'POST /api/v1/staff/:staffId/pin': {
    summary: 'Set or draw a PIN',
    who: ['operator'],
    params: StaffParams,
    body: people.PinBody,
    reply: people.PinReply,
    plain: true,
  },
  'POST /api/v1/keys': {
    summary: 'Make a credential for a program or a screen',
    who: ['operator'],
    body: people.KeyBody,
    reply: people.KeyReply,
    status: 201,
    plain: true,
  },
  'GET /api/v1/keys': {
    summary: 'Credentials, without their secrets',
    who: ['operator'],
    reply: people.KeyList,
  },
  'POST /api/v1/keys/:keyId/revoke': {
    summary: 'Take a credential back',
    who: ['operator'],
    params: KeyParams,
    reply: people.KeyRevoked,
  },
  'POST /api/v1/backup': {
    summary: 'Copy the record and check the copy',
    who: ['operator'],
    reply: strict({ file: Type.String(), seq: Type.Integer() }),
    plain: true,
  },
} as const satisfies Record<string, Route>
