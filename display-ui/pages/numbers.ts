import { html, nothing, type TemplateResult } from 'lit'
import type { AnnouncementView, WallView } from '#contract/live.ts'
import type { TurnNow } from '#ui-kit/voice/announcer.ts'
import { pick, say } from '#ui-kit/speech.ts'
import '../calling-panel.ts'
import '../notice-bar.ts'
import '../stale-strip.ts'
import '../waiting-strip.ts'
import '../window-list.ts'

/** Height of the middle of the wall, px; the strip of an old view takes some of it. */
const middle = { live: 616, stale: 492 } as const

/**
 * The wall of numbers. `asOf`: clock time of an old view, empty while it is live; `shown`: the call
 * it shows; `now`: the turn that is being said.
 */
export function numbersPage(
  data: WallView,
  asOf: string,
  shown: AnnouncementView | null,
  now: TurnNow | null,
  bands: (count: number) => number[],
): TemplateResult {
  return html`
    ${asOf ? html`<stale-strip .asOf=${asOf}></stale-strip>` : nothing}
    <calling-panel
      .turn=${shown}
      .now=${asOf ? null : now}
      .calling=${isExpected(shown, data)}
      .ready=${data.ready}
      .asOf=${asOf && say('zh', 'disp.asOf', { t: asOf })}
      .bands=${bands}
    ></calling-panel>
    <window-list
      .counters=${data.counters}
      .calling=${asOf ? null : (now?.turn ?? null)}
      .height=${asOf ? middle.stale : middle.live}
    ></window-list>
    <waiting-strip
      .groups=${data.waiting}
      ?english=${data.sound.english === 'always'}
    ></waiting-strip>
    <notice-bar .notices=${asOf ? [say('zh', 'disp.stale.kept')] : noticesOf(data)}></notice-bar>
  `
}

/** Whether the customer of this call is still on the way to the window. */
function isExpected(call: AnnouncementView | null, { counters }: WallView): boolean {
  return counters.some(
    ({ no, state, ticketNo }) =>
      state === 'called' && no === call?.counterNo && ticketNo === call.ticketNo,
  )
}

/** Whether some window is open at all. */
export function isStaffed({ counters }: WallView): boolean {
  return counters.some(({ state }) => state !== 'closed')
}

function noticesOf({ closed, notices }: WallView): string[] {
  const titles = notices.map(({ title }) => pick('zh', title))
  if (closed) return [say('zh', 'disp.notice.stopped'), ...titles]
  return titles.length > 0 ? titles : [say('zh', 'disp.notice.none')]
}
