import { html, nothing, type TemplateResult } from 'lit'
import type { FrontPage } from './front-pages.ts'
import type { Shown } from './own-pages.ts'
import './pages/by-number-page.ts'
import './pages/menu-page.ts'
import './pages/missed-page.ts'
import './pages/note-page.ts'
import './pages/outcome-page.ts'
import './pages/park-page.ts'
import './pages/parked-page.ts'
import './pages/pause-page.ts'
import './pages/queue-page.ts'
import './pages/service-page.ts'
import './pages/transfer-page.ts'
import './pages/why-page.ts'

/** A page in front, given what it shows. */
export function frontView(page: FrontPage, shown: Shown): TemplateResult | typeof nothing {
  return pages[page](shown)
}

const pages: Record<FrontPage, (shown: Shown) => TemplateResult | typeof nothing> = {
  transfer: ({ view, whys, now, busy }) =>
    view.current
      ? html`<transfer-page
          .view=${view}
          .ticket=${view.current}
          .now=${now}
          why=${whys.transfer}
          ?busy=${busy === 'transfer'}
        ></transfer-page>`
      : nothing,
  park: ({ view, whys, busy }) =>
    html`<park-page
      ticketNo=${view.current?.ticketNo ?? ''}
      .reasons=${view.choices.parkReasons}
      why=${whys.park}
      ?busy=${busy === 'park'}
    ></park-page>`,
  outcome: ({ view, whys, busy }) =>
    html`<outcome-page
      ticketNo=${view.current?.ticketNo ?? ''}
      .outcomes=${view.choices.outcomes}
      why=${whys.complete}
      ?busy=${busy === 'complete'}
    ></outcome-page>`,
  correct: ({ view, whys, busy }) =>
    html`<service-page
      purpose="correct"
      .services=${view.services}
      .ticket=${view.current}
      why=${whys.correctService}
      ?busy=${busy === 'correctService'}
    ></service-page>`,
  note: ({ view, whys, busy }) =>
    view.current
      ? html`<note-page
          .ticket=${view.current}
          timeZone=${view.hall.timeZone}
          why=${whys.note}
          ?busy=${busy === 'note'}
        ></note-page>`
      : nothing,
  pause: ({ view, whys, busy }) =>
    html`<pause-page
      .reasons=${view.choices.pauseReasons}
      why=${whys.pause}
      ?busy=${busy === 'pause'}
    ></pause-page>`,
  byNumber: ({ view, whys, busy }) =>
    html`<by-number-page
      .waiting=${view.waiting}
      .reasons=${view.choices.directCallReasons}
      why=${whys.callByNumber}
      ?busy=${busy === 'callByNumber'}
    ></by-number-page>`,
  walkIn: ({ view, whys, busy }) =>
    html`<service-page
      purpose="walkIn"
      .services=${view.services}
      why=${whys.walkIn}
      ?busy=${busy === 'walkIn'}
    ></service-page>`,
  queue: ({ view, now }) =>
    html`<queue-page
      .waiting=${view.waiting}
      .total=${view.waitingTotal}
      .now=${now}
    ></queue-page>`,
  parked: ({ view, whys, now, busy }) =>
    html`<parked-page
      .parked=${view.parked}
      .now=${now}
      why=${whys.resumeTicket}
      ?busy=${busy === 'resumeTicket'}
    ></parked-page>`,
  missed: ({ view, whys, now, busy }) =>
    html`<missed-page
      .missed=${view.missed}
      timeZone=${view.hall.timeZone}
      .now=${now}
      why=${whys.requeue}
      ?busy=${busy === 'requeue'}
    ></missed-page>`,
  why: ({ view, whys, busy }) =>
    html`<why-page .view=${view} .whys=${whys} busy=${busy}></why-page>`,
  menu: ({ view, whys, busy, digits, sound }) =>
    html`<menu-page
      .view=${view}
      .whys=${whys}
      busy=${busy}
      .digits=${digits}
      .sound=${sound}
    ></menu-page>`,
}
