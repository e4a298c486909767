/**
 * What was typed and not yet saved, by ticket: a page that is left, a frame that comes in between or
 * a lost line takes none of it away.
 */
const drafts = new Map<string, string>()

export function draftOf(ticketId: string): string {
  return drafts.get(ticketId) ?? ''
}

export function keepDraft(ticketId: string, text: string): void {
  if (text) drafts.set(ticketId, text)
  else drafts.delete(ticketId)
}
