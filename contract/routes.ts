import type { Route } from './route.ts'
import { callingRoutes } from './routes/calling.ts'
import { consoleRoutes } from './routes/console.ts'
import { counterRoutes } from './routes/counter.ts'
import { deviceRoutes } from './routes/devices.ts'
import { auditRoutes } from './routes/audit.ts'
import { evaluationRoutes } from './routes/evaluation.ts'
import { hallRoutes } from './routes/hall.ts'
import { peopleRoutes } from './routes/people.ts'
import { queueRoutes } from './routes/queue.ts'
import { recordRoutes } from './routes/record.ts'
import { sampleRoutes } from './routes/sample.ts'

/**
 * Every door of the product: the manual (OpenAPI), the checks, the screens' calls and the tests
 * are made from this one object. Doors are added, never changed.
 */
export const routes = {
  ...queueRoutes,
  ...callingRoutes,
  ...counterRoutes,
  ...evaluationRoutes,
  ...recordRoutes,
  ...auditRoutes,
  ...hallRoutes,
  ...deviceRoutes,
  ...peopleRoutes,
  ...sampleRoutes,
  ...consoleRoutes,
} satisfies Record<string, Route>

export type Routes = typeof routes
export type RouteKey = keyof Routes
