import { html, type TemplateResult } from 'lit'
import type { AnnouncementView } from '#contract/live.ts'
import { say, type Language } from '#ui-kit/speech.ts'

/** Stands around a filling that is to stand out; no text of the screens holds it. */
const edge = '\u2063'

/** What a turn says, as one line. */
export function captionText(turn: AnnouncementView, language: Language): string {
  return captionOf(turn, language, turn.ticketNo, turn.counterNo)
}

/** The same with the number and the counter standing out. */
export function caption(turn: AnnouncementView, language: Language): TemplateResult[] {
  return standingOut(captionOf(turn, language, mark(turn.ticketNo), mark(turn.counterNo)))
}

export function mark(filling: string): string {
  return edge + filling + edge
}

/** A text whose marked fillings stand out: `号码{asOf}` → 号码<b>截至 10:21</b>. */
export function standingOut(text: string): TemplateResult[] {
  return text
    .split(edge)
    .map((piece, index) => (index % 2 === 1 ? html`<b>${piece}</b>` : html`${piece}`))
}

function captionOf({ kind }: AnnouncementView, language: Language, no: string, w: string): string {
  return say(language, kind === 'recall' ? 'disp.caption.recall' : 'disp.caption', { no, w })
}
