import type { Services } from '../../app.ts'
import type { Handlers } from '../../doors.ts'
import { Ceremonies } from './ceremonies.ts'
import { credentialHandlers } from './credential-routes.ts'
import type { ConsoleRoute } from './doors.ts'
import { sessionHandlers } from './session-routes.ts'
import { signInHandlers } from './sign-in-routes.ts'
import { stepUpHandlers } from './step-up-routes.ts'

/** The doors of the console. */
export function consoleHandlers(services: Services): Pick<Handlers, ConsoleRoute> {
  const doors = { ...services, ceremonies: new Ceremonies() }
  return {
    ...signInHandlers(doors),
    ...stepUpHandlers(doors),
    ...credentialHandlers(doors),
    ...sessionHandlers(doors),
  }
}
