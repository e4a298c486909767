import { teach } from '../speech.ts'
import { enPairing } from './en/pairing.ts'
import { zhPairing } from './zh/pairing.ts'

teach(zhPairing, enPairing)
