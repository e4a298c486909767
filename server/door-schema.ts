import type { FastifyRequest } from 'fastify'
import Type from 'typebox'
import type { TSchema } from 'typebox'
import { bodyOf } from '#contract/body.ts'
import type { Route } from '#contract/route.ts'
import { kindsFor } from '#domain/people/matrix.ts'

/** A command whose fields are all optional may come without a body. */
export function allowMissingBody(route: Route) {
  const body = bodyOf(route).body as { required?: string[] } | undefined
  const optional = body !== undefined && (body.required ?? []).length === 0
  return async (request: FastifyRequest) => {
    if (optional && request.body === undefined) request.body = {}
  }
}

/** The door as the manual tells it and as requests are checked by it. */
export function schemaOf(route: Route, url: string) {
  const { properties } = route.reply as unknown as { properties: Record<string, TSchema> }
  const place = { epoch: Type.String(), seq: Type.Integer() }
  return {
    summary: route.summary,
    // The manual groups doors by the noun of their address.
    tags: [url.split('/')[3] ?? ''],
    description: `Act ${route.act}. Opens to: ${kindsFor(route.act).join(', ')}.`,
    ...(route.params ? { params: route.params } : {}),
    ...(route.query ? { querystring: route.query } : {}),
    ...bodyOf(route),
    response: {
      [route.status ?? 200]: route.file
        ? { content: { [route.file]: { schema: route.reply } } }
        : Type.Object({ ...place, ...properties }),
    },
  }
}
