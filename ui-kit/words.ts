// The texts of every screen, and how they are said.
import './words/counter.ts'
import './words/display.ts'
import './words/evaluator.ts'
import './words/kiosk.ts'
import './words/phone.ts'
import './words/start.ts'

export * from './speech.ts'
