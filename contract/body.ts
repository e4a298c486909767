import Type from 'typebox'
import type { TSchema } from 'typebox'
import { cellFor, kindsFor } from '#domain/people/matrix.ts'
import type { Route } from './route.ts'

/**
 * The body of a door. Where the matrix asks somebody for a reason and the shape has no place for it,
 * there is one: `reason`, kept with whoever acted.
 */
export function bodyOf({ act, body, reasonInShape }: Route): { body?: TSchema } {
  const asks = !reasonInShape && kindsFor(act).some((kind) => cellFor(act, kind)?.reason)
  const { properties } = (body ?? {}) as { properties?: Record<string, TSchema> }
  const open = body !== undefined && properties === undefined
  if (!asks || open || properties?.['reason']) return body ? { body } : {}
  const reason = Type.Optional(Type.String({ minLength: 1, maxLength: 200 }))
  return { body: Type.Object({ ...properties, reason }, { additionalProperties: false }) }
}
