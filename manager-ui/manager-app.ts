import { LitElement, css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import '#ui-kit/elements/ui-icon.ts'
import { LiveView } from '#ui-kit/live-view.ts'
import { base } from '#ui-kit/styles/base.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import { Entry } from './entry.ts'
import './pages/accuracy-page.ts'
import './pages/approvals-page.ts'
import './pages/audit-page.ts'
import './pages/calls-page.ts'
import './pages/devices-page.ts'
import './pages/own-page.ts'
import './pages/people-page.ts'
import './pages/ratings-page.ts'
import './pages/record-page.ts'
import './pages/rules-page.ts'
import './parts/console-nav.ts'
import './parts/said-line.ts'
import './parts/step-up-dialog.ts'
import './parts/witness-alarm.ts'
import { partNamed, parts, type PartName } from './parts.ts'
import './sign-in/sign-in-page.ts'
import { Witness } from './witness.ts'

/** Addresses that open a page before the sign-in: `#first`, and `#enrol` for somebody's first time. */
const doors = ['#first', '#enrol']

/**
 * The manager console, 1440 × 900. Holds the sign-in, the live view and the address; each part of
 * the console is a page that is given them. When a sign-in ends, its page stays as it was under the
 * sign-in and goes on with the same person, so nothing that was typed is lost.
 */
@customElement('manager-app')
export class ManagerApp extends LitElement {
  private readonly entry = new Entry(this)
  readonly live = new LiveView(this, 'console', this.entry)
  private readonly speech = new Speech(this)
  private readonly witness = new Witness(this)
  @state() private hash = location.hash

  override connectedCallback(): void {
    super.connectedCallback()
    addEventListener('hashchange', this.goTo)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    removeEventListener('hashchange', this.goTo)
  }

  private readonly goTo = (): void => {
    this.hash = location.hash
  }

  override willUpdate(): void {
    const { head, hall, roles } = this.live.data ?? {}
    if (roles) this.entry.keepUp(roles)
    if (hall && head && this.entry.state === 'in') void this.witness.see(hall.id, head)
    if (this.live.gone && this.entry.state === 'in') this.entry.session = null
    document.title = `${this.heading} · ${this.speech.say('mgr.title')}`
  }

  override render() {
    const { entry } = this
    const isIn = entry.state === 'in' && !doors.includes(this.hash)
    return html`
      ${entry.me ? this.console(entry.me.staffId, isIn) : nothing} ${isIn ? nothing : this.signIn()}
      ${entry.stepUp && isIn ? html`<step-up-dialog .entry=${entry}></step-up-dialog>` : nothing}
    `
  }

  private signIn() {
    return html`<sign-in-page
      .entry=${this.entry}
      .state=${this.entry.state}
      .address=${this.hash}
    ></sign-in-page>`
  }

  private console(staffId: string, isShown: boolean) {
    const { entry, live, speech } = this
    const offline = live.freshness === 'stale' || live.freshness === 'hidden'
    return keyed(
      staffId,
      html`<div class="console" ?hidden=${!isShown}>
        <console-nav
          .entry=${entry}
          .me=${entry.me}
          .view=${live.data}
          .current=${this.shownPart}
        ></console-nav>
        <main>
          <p class="banner" role="status" ?hidden=${!offline}>
            ${
              offline
                ? html`<ui-icon name="cloud-off"></ui-icon>${speech.say('mgr.offline')}`
                : nothing
            }
          </p>
          ${this.witness.alarm ? this.alarm() : this.page()}
        </main>
        <said-line></said-line>
      </div>`,
    )
  }

  private alarm() {
    const { entry, witness } = this
    return html`<witness-alarm
      .witness=${witness}
      .hallId=${entry.me?.hallId ?? ''}
      .zone=${this.zone}
      .now=${this.live.now()}
      ?mayAccept=${entry.may('audit.annotate') !== null}
    ></witness-alarm>`
  }

  private page() {
    const { entry, live, zone } = this
    const { data: view } = live
    const now = live.now()
    switch (this.shownPart) {
      case 'devices':
        return html`<devices-page
          .entry=${entry}
          .view=${view}
          .zone=${zone}
          .now=${now}
        ></devices-page>`
      case 'people':
        return html`<people-page .entry=${entry} .zone=${zone} .now=${now}></people-page>`
      case 'approvals':
        return html`<approvals-page
          .entry=${entry}
          .zone=${zone}
          .now=${now}
          .open=${view?.proposalsOpen ?? null}
        ></approvals-page>`
      case 'rules':
        return html`<rules-page .entry=${entry} .zone=${zone} .now=${now}></rules-page>`
      case 'calls':
        return html`<calls-page .entry=${entry} .zone=${zone} .now=${now}></calls-page>`
      case 'accuracy':
        return html`<accuracy-page .entry=${entry}></accuracy-page>`
      case 'ratings':
        return html`<ratings-page .entry=${entry} .zone=${zone} .now=${now}></ratings-page>`
      case 'audit':
        return html`<audit-page .entry=${entry} .zone=${zone} .now=${now}></audit-page>`
      case 'record':
        return html`<record-page
          .entry=${entry}
          .zone=${zone}
          .now=${now}
          .witness=${this.witness}
          .kept=${this.witness.kept}
        ></record-page>`
      case 'me':
        return html`<own-page .entry=${entry} .me=${entry.me} .zone=${zone} .now=${now}></own-page>`
      case null:
        return html`<p class="nothing">${this.speech.say('mgr.nothing')}</p>`
    }
  }

  /** The part of the address, or the first that is open to the person; null: none is. */
  private get shownPart(): PartName | 'me' | null {
    if (this.hash === '#me') return 'me'
    const named = partNamed(this.hash)
    const open = parts.filter(({ act }) => this.entry.may(act))
    return (open.find(({ name }) => name === named) ?? open[0])?.name ?? null
  }

  private get heading(): string {
    const isIn = this.entry.state === 'in'
    return this.speech.say(isIn && this.shownPart ? `mgr.part.${this.shownPart}` : 'mgr.signIn')
  }

  /** The hall's own clock; the browser's until the hall is known. */
  private get zone(): string {
    return this.live.data?.hall.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  }

  static override styles = [
    base,
    cards,
    css`
      :host {
        height: 100%;
        font-size: 14px;
      }
      .console {
        display: grid;
        grid-template-columns: 208px minmax(0, 1fr);
        height: 100vh;
      }
      main {
        display: flex;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
      }
      .banner {
        flex: none;
        padding-inline: 24px;
        font-size: 13.5px;
      }
      .nothing {
        max-width: 32em;
        padding: 40px 24px;
        font-size: 15px;
      }
      @media (max-width: 1100px) {
        .console {
          display: block;
          height: auto;
        }
      }
      @media print {
        .console {
          display: block;
          height: auto;
        }
        console-nav,
        said-line {
          display: none;
        }
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'manager-app': ManagerApp
  }
}
