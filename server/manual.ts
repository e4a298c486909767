import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { Problem } from '#contract/refusals.ts'
import { refusalCodes } from '#domain/refusal.ts'
import { accessPage, problemsPage } from './manual-pages.ts'

const text = { type: 'string' }

/** The fields of a refusal; one that the contract adds or drops does not compile here. */
const problemFields: Record<keyof Problem, object> = {
  type: { ...text, description: 'Address of the explanation of this code' },
  title: { ...text, description: 'What happened and what to do, in the language asked for' },
  titles: { type: 'object', properties: { zh: text, en: text }, required: ['zh', 'en'] },
  status: { type: 'integer' },
  code: { ...text, enum: refusalCodes, description: 'Stable: added, never renamed' },
  details: {
    type: 'object',
    additionalProperties: { type: ['string', 'number', 'null'] },
    description: 'Facts for the reader: who holds the ticket, when it opens',
  },
  epoch: text,
  seq: { type: 'integer' },
}

const problemShape = {
  type: 'object',
  properties: problemFields,
  required: Object.keys(problemFields),
}

const refused = {
  description: 'Refused; every code is explained at /api/docs/problems',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

/** An OpenAPI document as far as it is looked at here. */
type Document = { paths?: Record<string, Record<string, { responses?: object }>> }

/** Adds to every door that it may refuse, and how that looks. */
function withRefusals<D extends object>(document: D): D {
  for (const operations of Object.values((document as Document).paths ?? {}))
    for (const operation of Object.values(operations))
      operation.responses = { ...operation.responses, default: refused }
  return document
}

const mark = join(import.meta.dirname, '../ui-kit/favicon.svg')

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The readable page of the interface and its OpenAPI, both drawn from the contract, served offline. */
export async function serveManual(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Hall queue',
        description:
          'Queue and service evaluation of a business hall. Commands need an `Idempotency-Key` (UUID); every answer carries `epoch` and `seq`; refusals are `application/problem+json`.',
        version: '1',
      },
      components: {
        securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
        schemas: { Problem: problemShape as object },
      },
      security: [{ key: [] }],
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: true,
    // Nothing of the page comes from elsewhere, and nobody outside is asked to judge the document.
    transformStaticCSP: () => pagePolicy,
    uiConfig: { validatorUrl: null, docExpansion: 'none' },
    logo: { type: 'image/svg+xml', content: readFileSync(mark), href: '/' },
    theme: { title: 'Hall queue interface' },
    transformSpecification: (document) => withRefusals(document),
    transformSpecificationClone: true,
  })
  const hidden = { schema: { hide: true } }
  app.get('/api/v1/openapi.json', hidden, () => withRefusals(structuredClone(app.swagger())))
  const html = 'text/html; charset=utf-8'
  app.get('/api/docs/problems', hidden, (_request, reply) => reply.type(html).send(problemsPage))
  app.get('/api/docs/access', hidden, (_request, reply) => reply.type(html).send(accessPage))
}
