import { divert } from '#domain/queue/diversion.ts'
import { decided } from '../doors.ts'
import type { Handlers } from '../doors.ts'
import { newId } from '../new-id.ts'

/** Going to a self-service terminal in place of taking a number. */
export const diversionHandlers: Pick<Handlers, 'POST /api/v1/diversions'> = {
  'POST /api/v1/diversions': {
    command: ({ body: { id, ...wanted } }) => {
      const diversionId = id?.toLowerCase() ?? newId()
      return decided({
        decide: (day) => divert(day, { ...wanted, diversionId }),
        reply: () => ({ diversionId }),
      })
    },
  },
}
