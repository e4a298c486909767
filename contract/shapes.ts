import Type from 'typebox'
import type { Static, TSchema } from 'typebox'
import { languages } from '#domain/hall/setup.ts'

/** A set of values written once in `domain`, as it stands on the wire. */
export function oneOf<const T extends readonly (string | number)[]>(values: T) {
  const type = typeof values[0] === 'number' ? 'integer' : 'string'
  return Type.Unsafe<T[number]>({ type, enum: [...values] })
}

/** The value or null. Flat types keep serialisation fast; objects go by anyOf. */
export function orNull<T extends TSchema>(schema: T) {
  const { type } = schema as { type?: string }
  if (type && type !== 'object')
    return Type.Unsafe<Static<T> | null>({ ...schema, ...nullable(schema, type) })
  return Type.Unsafe<Static<T> | null>(Type.Union([schema, Type.Null()]))
}

function nullable(schema: { enum?: unknown[] }, type: string) {
  return schema.enum
    ? { type: [type, 'null'], enum: [...schema.enum, null] }
    : { type: [type, 'null'] }
}

/** An id of the setup or of the record: letters, digits and a few marks, never a path. */
export const Id = Type.String({
  minLength: 1,
  maxLength: 64,
  pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]*$',
})

/** Made where the user acts. */
export const Uuid = Type.String({
  pattern: '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$',
})

/** Milliseconds since 1970 UTC. */
export const Instant = Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 })

/** A day of the calendar; whether its month is long enough is for the hall to say. */
export const IsoDate = Type.String({
  pattern: '^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$',
})

/** Chinese and English. */
export const Bilingual = Type.Object(
  { zh: Type.String({ maxLength: 400 }), en: Type.String({ maxLength: 400 }) },
  { additionalProperties: false },
)

export const LanguageCode = oneOf(languages)

/** An object that takes no other fields than those named. */
export function strict<P extends Record<string, TSchema>>(properties: P) {
  return Type.Object(properties, { additionalProperties: false })
}
