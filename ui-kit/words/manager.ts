import { teach } from '../speech.ts'
import { enManager } from './en/manager.ts'
import { zhManager } from './zh/manager.ts'

teach(zhManager, enManager)
