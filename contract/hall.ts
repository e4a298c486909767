import Type from 'typebox'
import { CallingRuleItemShape } from './calling.ts'
import { settingKeys } from '#domain/hall/settings.ts'
import { Bilingual, Id, IsoDate, Uuid, oneOf, orNull, strict } from './shapes.ts'
import { WaitShape } from './queue.ts'

const Span = strict({
  from: Type.Integer({ minimum: 0, maximum: 1439 }),
  until: Type.Integer({ minimum: 1, maximum: 2880 }),
})
const Week = Type.Array(Type.Array(Span, { maxItems: 6 }), { minItems: 7, maxItems: 7 })
const Position = Type.Integer({ minimum: 0, maximum: 10_000 })

/** Setup items as a manager's tool sends them: `PUT /api/v1/setup/<kind>/<id>`. */
export const setupShapes = {
  hall: strict({
    id: Id,
    name: Bilingual,
    shortName: Bilingual,
    timeZone: Type.String({ maxLength: 60 }),
    hours: Week,
    specialHours: Type.Record(IsoDate, Type.Array(Span, { maxItems: 6 })),
    hotline: Type.String({ maxLength: 30 }),
    purpose: oneOf(['hall', 'sample', 'replay']),
  }),
  group: strict({
    id: Id,
    prefix: Type.String({ pattern: '^[A-Z]{1,2}$' }),
    name: Bilingual,
    shortName: Bilingual,
    examples: Bilingual,
    icon: Type.String({ maxLength: 40 }),
    position: Position,
  }),
  service: strict({
    id: Id,
    groupId: Id,
    name: Bilingual,
    plain: Bilingual,
    materials: Bilingual,
    normS: Type.Integer({ minimum: 30, maximum: 28_800 }),
    waitNormS: Type.Integer({ minimum: 60, maximum: 28_800 }),
    dailyLimit: orNull(Type.Integer({ minimum: 0, maximum: 9999 })),
    hours: orNull(Week),
    offered: Type.Boolean(),
    position: Position,
  }),
  counter: strict({
    id: Id,
    no: Type.String({ pattern: '^[0-9A-Z]{1,4}$' }),
    serviceIds: Type.Array(Id, { maxItems: 500, uniqueItems: true }),
    label: Bilingual,
    position: Position,
  }),
  staff: strict({
    id: Id,
    staffNo: Type.String({ pattern: '^[A-Za-z0-9-]{1,20}$' }),
    name: Bilingual,
    post: Bilingual,
    serviceIds: orNull(Type.Array(Id, { maxItems: 500 })),
    stars: Type.Integer({ minimum: 0, maximum: 5 }),
    portrait: orNull(Type.String({ pattern: '^[a-z0-9-]{1,40}$' })),
    active: Type.Boolean(),
  }),
  terminal: strict({
    id: Id,
    name: Bilingual,
    place: Bilingual,
    serviceIds: Type.Array(Id, { maxItems: 500 }),
  }),
  notice: strict({
    id: Id,
    title: Bilingual,
    body: Bilingual,
    hint: Bilingual,
    from: orNull(IsoDate),
    until: orNull(IsoDate),
    position: Position,
  }),
  rule: CallingRuleItemShape,
}

export const SettingBody = strict({
  value: Type.Union([Type.Integer(), Type.String({ maxLength: 40 })]),
  validFrom: IsoDate,
  /** The document or the person the number comes from. */
  source: Type.String({ minLength: 1, maxLength: 200 }),
})
export const SettingParams = strict({ key: oneOf(settingKeys) })
const SettingShape = strict({
  key: oneOf(settingKeys),
  value: Type.Union([Type.Integer(), Type.String()]),
  ground: Type.String(),
  dated: Type.Array(
    strict({
      value: Type.Union([Type.Integer(), Type.String()]),
      validFrom: IsoDate,
      source: Type.String(),
    }),
  ),
})
export const SettingReply = strict({ setting: SettingShape })
export const SettingList = strict({ settings: Type.Array(SettingShape) })

/** Anything: the item was checked by its own shape on the way in. */
export const SetupReply = strict({ id: Type.String() })

export const CreateHallBody = strict({
  hall: setupShapes.hall,
  /** Made by the caller, so that a retry is the same hall. */
  id: Type.Optional(Uuid),
})
export const HallShape = strict({
  id: Type.String(),
  name: Bilingual,
  purpose: oneOf(['hall', 'sample', 'replay']),
  businessDay: orNull(IsoDate),
  dayOpen: Type.Boolean(),
})
export const HallReply = strict({ hall: HallShape })
export const HallList = strict({ halls: Type.Array(HallShape) })

/** For everybody: lengths, hours, open windows. Nothing about any one ticket or person. */
export const HallStatus = strict({
  hall: HallShape,
  open: Type.Boolean(),
  opensOn: orNull(IsoDate),
  opensAtMinutes: orNull(Type.Integer()),
  openCounters: Type.Integer(),
  waiting: Type.Integer(),
  services: Type.Array(
    strict({
      id: Type.String(),
      groupId: Type.String(),
      name: Bilingual,
      waiting: Type.Integer(),
      wait: orNull(WaitShape),
      open: Type.Boolean(),
    }),
  ),
})

export const OpenDayBody = strict({
  businessDay: IsoDate,
  reason: Type.String({ minLength: 1, maxLength: 200 }),
})
export const DayReply = strict({ businessDay: IsoDate, dayOpen: Type.Boolean() })
