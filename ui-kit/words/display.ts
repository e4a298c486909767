import { teach } from '../speech.ts'
import { enDisplay } from './en/display.ts'
import { zhDisplay } from './zh/display.ts'

teach(zhDisplay, enDisplay)
