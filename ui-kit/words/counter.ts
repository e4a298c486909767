import { teach } from '../speech.ts'
import { enCounterOrder } from './en/counter-order.ts'
import { enCounter } from './en/counter.ts'
import { zhCounterOrder } from './zh/counter-order.ts'
import { zhCounter } from './zh/counter.ts'

teach(zhCounter, enCounter)
teach(zhCounterOrder, enCounterOrder)
