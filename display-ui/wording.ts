import { html, type TemplateResult } from 'lit'
import type { AnnouncementView } from '#contract/live.ts'
import { say, words, type Language, type WordKey } from '#ui-kit/words.ts'

const captionKey = ({ kind }: AnnouncementView) =>
  kind === 'recall' ? 'disp.caption.recall' : 'disp.caption'

/** What a turn says, as one line. */
export function captionText(turn: AnnouncementView, language: Language): string {
  return say(language, captionKey(turn), { no: turn.ticketNo, w: turn.counterNo })
}

/** The same with the number and the counter standing out. */
export function caption(turn: AnnouncementView, language: Language): TemplateResult[] {
  return marked(language, captionKey(turn), { no: turn.ticketNo, w: turn.counterNo })
}

/** A text with its gaps filled by marked words: `号码{asOf}` → 号码<b>截至 10:21</b>. */
export function marked(
  language: Language,
  key: WordKey,
  filling: Record<string, string>,
): TemplateResult[] {
  return words[language][key].split(/[{}]/).map((piece, index) => {
    const isGap = index % 2 === 1
    return isGap ? html`<b>${filling[piece] ?? ''}</b>` : html`${piece}`
  })
}
