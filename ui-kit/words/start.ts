import { teach } from '../speech.ts'
import { enStart } from './en/start.ts'
import { zhStart } from './zh/start.ts'

teach(zhStart, enStart)
