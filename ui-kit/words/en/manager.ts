import type { zhManager } from '../zh/manager.ts'
import { enManagerDevices } from './manager-devices.ts'
import { enManagerEntry } from './manager-entry.ts'
import { enManagerPeople } from './manager-people.ts'
import { enManagerWatch } from './manager-watch.ts'

export const enManager = {
  ...enManagerEntry,
  ...enManagerDevices,
  ...enManagerPeople,
  ...enManagerWatch,
} satisfies Record<keyof typeof zhManager, string>
