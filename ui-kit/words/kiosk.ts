import { teach } from '../speech.ts'
import { enKiosk } from './en/kiosk.ts'
import { zhKiosk } from './zh/kiosk.ts'

teach(zhKiosk, enKiosk)
