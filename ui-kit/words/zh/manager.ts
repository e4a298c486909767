import { zhManagerDevices } from './manager-devices.ts'
import { zhManagerEntry } from './manager-entry.ts'
import { zhManagerPeople } from './manager-people.ts'
import { zhManagerRules } from './manager-rules.ts'
import { zhManagerWatch } from './manager-watch.ts'

/** What the manager console says, page by page. */
export const zhManager = {
  ...zhManagerEntry,
  ...zhManagerDevices,
  ...zhManagerPeople,
  ...zhManagerRules,
  ...zhManagerWatch,
} as const
