import { teach } from '../speech.ts'
import { enCounter } from './en/counter.ts'
import { zhCounter } from './zh/counter.ts'

teach(zhCounter, enCounter)
