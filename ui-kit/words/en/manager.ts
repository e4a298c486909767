import type { zhManager } from '../zh/manager.ts'
import { enManagerDevices } from './manager-devices.ts'
import { enManagerEntry } from './manager-entry.ts'
import { enManagerPeople } from './manager-people.ts'
import { enManagerRules } from './manager-rules.ts'
import { enManagerWatch } from './manager-watch.ts'

export const enManager = {
  ...enManagerEntry,
  ...enManagerDevices,
  ...enManagerPeople,
  ...enManagerRules,
  ...enManagerWatch,
} satisfies Record<keyof typeof zhManager, string>
