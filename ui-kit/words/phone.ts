import { teach } from '../speech.ts'
import { enPhone } from './en/phone.ts'
import { zhPhone } from './zh/phone.ts'

teach(zhPhone, enPhone)
