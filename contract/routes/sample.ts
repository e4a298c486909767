import * as people from '../people.ts'
import type { Route } from '../route.ts'

/** The sample hall only, for a browser on the same machine. */
export const sampleRoutes = {
  'GET /api/v1/sample': {
    summary: 'Counters and PINs of the sample hall',
    act: 'sample.use',
    reply: people.SampleReply,
  },
  'POST /api/v1/sample/credentials': {
    summary: 'A credential for a screen on the same machine',
    act: 'sample.use',
    body: people.SampleCredentialBody,
    reply: people.CredentialReply,
    plain: true,
  },
} as const satisfies Record<string, Route>
