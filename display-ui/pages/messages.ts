import { html, type TemplateResult } from 'lit'
import type { ClosedView, WallView } from '#contract/live.ts'
import { clockTime } from '#ui-kit/format.ts'
import { say } from '#ui-kit/speech.ts'
import { nextOpening, opensToday } from '../opening.ts'
import '../wall-message.ts'

/** The line is gone for so long that the numbers may mislead: they go, the advice stays. */
export function hiddenPage(asOf: number, timeZone: string): TemplateResult {
  return html`<wall-message
    icon="cloud-off"
    .heading=${say('zh', 'disp.hidden')}
    .detail=${say('zh', 'disp.hidden.why', { t: clockTime(asOf, timeZone) })}
    .advice=${advice()}
  ></wall-message>`
}

/** There has been no view yet. `late`: for so long that it must be said. */
export function connectingPage(late: boolean): TemplateResult {
  return late
    ? html`<wall-message
        icon="cloud-off"
        .heading=${say('zh', 'disp.hidden')}
        .advice=${advice()}
      ></wall-message>`
    : html`<wall-message
        calm
        icon="loader-2"
        .heading=${say('zh', 'disp.connecting')}
        .detail=${say('zh', 'disp.connecting.say')}
      ></wall-message>`
}

/** No numbers are handed out and no window is staffed: when it goes on is the largest. */
export function closedPage(data: WallView, closed: ClosedView, now: number): TemplateResult {
  const { hotline, timeZone } = data.hall
  const opening = nextOpening(closed, now, timeZone)
  const urgent = { icon: 'phone', text: say('zh', 'disp.closed.hotline', { no: hotline }) }
  const before = opensToday(closed, now, timeZone)
  return html`<wall-message
    calm
    icon="moon-stars"
    .heading=${say('zh', before ? 'disp.closed.before' : 'disp.closed.over')}
    .detail=${say('zh', opening ? 'disp.closed.next' : 'disp.closed.unknown')}
    .large=${opening}
    .advice=${hotline ? [urgent] : []}
  ></wall-message>`
}

function advice() {
  return [
    { icon: 'speakerphone', text: say('zh', 'disp.hidden.listen') },
    { icon: 'headset', text: say('zh', 'disp.hidden.ask') },
    { icon: 'circle-check', text: say('zh', 'disp.hidden.kept') },
  ]
}
