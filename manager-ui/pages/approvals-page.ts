import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { chips } from '#ui-kit/styles/chips.ts'
import { Speech } from '#ui-kit/speech.ts'
import '../approvals/proposal-card.ts'
import { proposalStates, type ProposalState } from '../approvals/proposal.ts'
import type { Entry } from '../entry.ts'
import { Loaded } from '../loaded.ts'
import { loadNote } from '../parts/load-note.ts'
import { pageStyles } from '../styles.ts'

/**
 * What takes two people: open questions first, each with who asks, what happens and why, and the
 * two answers for whoever may give one. `open`: how many the live view counts, so that a new one
 * shows at once.
 */
@customElement('approvals-page')
export class ApprovalsPage extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @property({ attribute: false }) open: number | null = null
  @state() private shown: ProposalState = 'open'

  private readonly speech = new Speech(this)
  private readonly asked = new Loaded(
    this,
    () => this.entry,
    (entry, how) => entry.ask('GET /api/v1/proposals', { query: { state: this.shown }, ...how }),
  )

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('open') && changed.get('open') !== undefined)
      void this.asked.reload({ unattended: true })
  }

  override render() {
    const { speech, shown } = this
    const proposals = this.asked.value?.proposals ?? []
    return html`<header class="head">
        <h1>${speech.say('mgr.part.approvals')}</h1>
        <span class="sub">${speech.say('mgr.apr.sub')}</span>
      </header>
      <div class="body">
        <div class="row" role="group" aria-label=${speech.say('mgr.apr.shown')}>
          ${proposalStates.map(
            (state) =>
              html`<button
                class="chip"
                aria-pressed=${state === shown ? 'true' : 'false'}
                @click=${() => this.show(state)}
              >
                <ui-icon name=${state === shown ? 'circle-check' : 'circle'}></ui-icon>
                ${speech.say(`mgr.apr.state.${state}`)}
              </button>`,
          )}
        </div>
        <ul class="stack">
          ${proposals.map(
            (proposal) =>
              html`<li>
                <proposal-card
                  .entry=${this.entry}
                  .proposal=${proposal}
                  .zone=${this.zone}
                  .now=${this.now}
                  @changed=${() => void this.asked.reload()}
                ></proposal-card>
              </li>`,
          )}
        </ul>
        ${this.note(proposals.length === 0)}
      </div>`
  }

  private note(isEmpty: boolean) {
    const { speech, shown } = this
    const text = speech.say(`mgr.apr.none.${shown === 'open' ? 'open' : 'decided'}`)
    const note = loadNote(this.asked, speech, { is: isEmpty, text })
    return isEmpty || this.asked.isOffline || this.asked.problem
      ? html`<div class="card panel">${note}</div>`
      : nothing
  }

  private show(state: ProposalState): void {
    this.shown = state
    void this.asked.reload()
  }

  static override styles = [
    base,
    buttons,
    cards,
    chips,
    pageStyles,
    css`
      .body > .row {
        margin-bottom: 16px;
      }
      .stack:empty {
        display: none;
      }
      .stack,
      .panel {
        max-width: 880px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'approvals-page': ApprovalsPage
  }
}
