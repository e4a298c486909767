import { teach } from '../speech.ts'
import { enEvaluator } from './en/evaluator.ts'
import { zhEvaluator } from './zh/evaluator.ts'

teach(zhEvaluator, enEvaluator)
