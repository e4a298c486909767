import '#ui-kit/words/counter.ts'
import { call } from '#ui-kit/call.ts'
import { nobody } from '#ui-kit/credential.ts'
import './counter-app.ts'
import './pages/choose-page.ts'

/**
 * A terminal of the sample hall is of the counter that its address names; without one that is the
 * question. In any other hall the console says which, when it pairs the terminal.
 */
async function firstPage(): Promise<HTMLElement> {
  const address = new URLSearchParams(location.search)
  const isKnown = address.has('counter') || address.has('pair')
  const sample = isKnown ? null : await call(nobody, 'GET /api/v1/sample')
  if (!sample?.ok) return document.createElement('counter-app')
  const { counters } = sample.answer
  return Object.assign(document.createElement('choose-page'), { counters })
}

document.body.append(await firstPage())
