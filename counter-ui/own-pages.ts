import { html, nothing, type TemplateResult } from 'lit'
import type { CounterView } from '#contract/live.ts'
import type { ActName } from './acts.ts'
import type { Whys } from './buttons.ts'
import type { OwnPage } from './page-of.ts'
import './pages/called-page.ts'
import './pages/closed-page.ts'
import './pages/ended-page.ts'
import type { Ending } from './pages/ended-page.ts'
import './pages/idle-page.ts'
import './pages/kept-page.ts'
import './pages/paused-page.ts'
import './pages/rating-page.ts'
import type { Finished } from './pages/rating-page.ts'
import './pages/serving-page.ts'
import './pages/sign-in-page.ts'
import type { Device } from '#ui-kit/device.ts'

/** What the app knows at the moment it renders. */
export type Shown = {
  view: CounterView
  whys: Whys
  now: number
  busy: ActName | ''
  wide: boolean
  offline: boolean
  sound: boolean
  digits: boolean
  finished: Finished | null
  ending: Ending
  device: Device
}

type Current = NonNullable<CounterView['current']>

/** The counter's own page, given what it shows. */
export function ownPage(page: OwnPage, shown: Shown): TemplateResult | typeof nothing {
  const { current } = shown.view
  if (page === 'called' || page === 'serving' || page === 'kept')
    return current ? withTicket[page](shown, current) : nothing
  return alone[page](shown)
}

const withTicket = {
  called: ({ view, whys, now, busy, wide }: Shown, ticket: Current) =>
    html`<called-page
      .view=${view}
      .ticket=${ticket}
      .whys=${whys}
      .now=${now}
      busy=${busy}
      ?wide=${wide}
    ></called-page>`,
  serving: ({ view, whys, now, busy, wide, offline }: Shown, ticket: Current) =>
    html`<serving-page
      .view=${view}
      .ticket=${ticket}
      .whys=${whys}
      .now=${now}
      busy=${busy}
      ?offline=${offline}
      ?wide=${wide}
    ></serving-page>`,
  kept: ({ whys }: Shown, ticket: Current) =>
    html`<kept-page .ticket=${ticket} .whys=${whys}></kept-page>`,
}

const alone = {
  'sign-in': ({ view, device, offline, whys }: Shown) =>
    html`<sign-in-page
      .view=${view}
      .device=${device}
      offline=${offline ? whys.callNext : ''}
    ></sign-in-page>`,
  ended: ({ ending }: Shown) => html`<ended-page ending=${ending}></ended-page>`,
  closed: ({ view, whys, now, busy, wide }: Shown) =>
    html`<closed-page
      .view=${view}
      .whys=${whys}
      .now=${now}
      busy=${busy}
      ?wide=${wide}
    ></closed-page>`,
  idle: ({ view, whys, now, busy, wide, offline, sound }: Shown) =>
    html`<idle-page
      .view=${view}
      .whys=${whys}
      .now=${now}
      busy=${busy}
      .sound=${sound}
      ?offline=${offline}
      ?wide=${wide}
    ></idle-page>`,
  rating: ({ view, whys, now, busy, wide, finished }: Shown) =>
    html`<rating-page
      .view=${view}
      .whys=${whys}
      .finished=${finished}
      .now=${now}
      busy=${busy}
      ?wide=${wide}
    ></rating-page>`,
  paused: ({ view, whys, now, busy, wide }: Shown) =>
    html`<paused-page
      .view=${view}
      .whys=${whys}
      .now=${now}
      busy=${busy}
      ?wide=${wide}
    ></paused-page>`,
}
