import type { FastifyInstance } from 'fastify'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'

/** The readable page of the interface and its OpenAPI, both drawn from the contract, served offline. */
export async function serveManual(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: {
        title: 'Hall queue',
        description:
          'Queue and service evaluation of a business hall. Commands need an `Idempotency-Key` (UUID); every answer carries `epoch` and `seq`; refusals are `application/problem+json`.',
        version: '1',
      },
      components: {
        securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      },
      security: [{ key: [] }],
    },
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
  app.get('/api/v1/openapi.json', { schema: { hide: true } }, () => app.swagger())
}
