import type { Language } from '../hall/setup.ts'

export const announcementKinds = ['call', 'recall'] as const
export type AnnouncementKind = (typeof announcementKinds)[number]

/**
 * One turn on the wall and the loudspeaker: “请 A018 号到 3 号窗口”. It carries the number of its
 * event, so that every wall says each once, in order, also after a reconnect.
 */
export type Announcement = {
  seq: number
  at: number
  kind: AnnouncementKind
  ticketId: string
  ticketNo: string
  counterNo: string
  language: Language
}

/** How many turns a wall may still have to say after a gap; older ones would only confuse. */
export const announcementsKept = 20
