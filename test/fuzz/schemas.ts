import fc from 'fast-check'
import type { Schema } from './doors.ts'
import { Seen } from './known.ts'

type Made = fc.Arbitrary<unknown>

/** Names whose values only an answer can tell: made-up ones would never get past the first look. */
const tellable = /(?:Id|No|Day|id|key|pin|grant|session|token|code|Code|kind)$/

/**
 * Values that a schema takes, in its whole width; where the run may know a real one by that name, it
 * is taken half of the time.
 */
export function valuesOf(schema: Schema, name = ''): Made {
  const made = ofSchema(schema, name)
  if (schema.enum || schema.const !== undefined || !tellable.test(name)) return made
  const seen = fc.nat().map((pick) => new Seen(name, pick))
  return fc.oneof({ weight: 5, arbitrary: seen }, { weight: 1, arbitrary: made })
}

function ofSchema(schema: Schema, name: string): Made {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum) return fc.constantFrom(...schema.enum)
  const either = schema.anyOf ?? schema.oneOf
  if (either) return fc.oneof(...either.map((one) => valuesOf(one, name)))
  const types = [schema.type ?? []].flat()
  if (types.length > 1) return fc.oneof(...types.map((type) => ofType(schema, type, name)))
  return ofType(schema, types[0] ?? '', name)
}

function ofType(schema: Schema, type: string, name: string): Made {
  const { minimum: min, maximum: max } = schema
  switch (type) {
    case 'object':
      return ofObject(schema)
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}, name.replace(/s$/, '')), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 5, 8)),
      })
    case 'string':
      return ofText(schema)
    case 'integer':
      return fc.integer({ min: Math.ceil(min ?? -(2 ** 31)), max: Math.floor(max ?? 2 ** 31) })
    case 'number':
      return fc.double({ noNaN: true, min: min ?? -1e9, max: max ?? 1e9 })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue({ maxDepth: 3 })
  }
}

function ofObject({ properties = {}, required = [] }: Schema): Made {
  const fields = Object.entries(properties).map(([name, one]) => [name, valuesOf(one, name)])
  return fc.record(Object.fromEntries(fields) as Record<string, Made>, { requiredKeys: required })
}

/** Short texts of a pattern are repeated to the length asked for; what still does not fit is sent too. */
function ofText({ pattern, minLength = 0, maxLength = 200 }: Schema): Made {
  const most = Math.min(maxLength, 200)
  const least = Math.min(minLength, most)
  if (pattern === undefined) return fc.string({ minLength: least, maxLength: most })
  return fc
    .stringMatching(new RegExp(pattern))
    .map((text) => text.repeat(Math.ceil(least / (text.length || 1)) || 1).slice(0, most))
}
