import '#ui-kit/words/counter.ts'
import './counter-app.ts'
import './pages/choose-page.ts'

// A counter terminal is of one counter, which its address names; without it that is the question.
const isNamed = new URLSearchParams(location.search).has('counter')
document.body.append(document.createElement(isNamed ? 'counter-app' : 'choose-page'))
