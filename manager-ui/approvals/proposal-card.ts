import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CallResult } from '#ui-kit/call.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { moment } from '../moment.ts'
import '../parts/once-code.ts'
import { pill } from '../parts/pill.ts'
import { pillStyles } from '../parts/pill-styles.ts'
import '../parts/reason-form.ts'
import { tell } from '../parts/said-line.ts'
import { pageStyles } from '../styles.ts'
import { nameOf, proposalIcons, sentenceOf, type Proposal } from './proposal.ts'

type Approved = Extract<
  CallResult<'POST /api/v1/proposals/:proposalId/approve'>,
  { ok: true }
>['answer']

/**
 * One question for a second person, and its two answers. Whoever asked it, or whom it is about, sees
 * that it waits for somebody else. Sends `changed` when it was decided.
 */
@customElement('proposal-card')
export class ProposalCard extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) proposal!: Proposal
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private answer: 'approve' | 'reject' | null = null
  /** The way in of somebody whose account was just recovered; told once. */
  @state() private code = ''

  private readonly speech = new Speech(this)

  override render() {
    const { speech, proposal } = this
    return html`<article class="card">
      <span class="tile"><ui-icon name=${proposalIcons[proposal.act]}></ui-icon></span>
      <div class="text">
        <h2>${sentenceOf(proposal, speech)}</h2>
        <p class="why">“${proposal.reason}”</p>
        ${proposal.act === 'record.restore' ? this.copy() : nothing}
        <p class="note">
          ${speech.say('mgr.apr.by', {
            who: nameOf(proposal.proposedBy, speech),
            at: this.at(proposal.proposedAt),
          })}
          ${
            proposal.state === 'open'
              ? html` · ${speech.say('mgr.apr.until', { at: this.at(proposal.expiresAt) })}`
              : nothing
          }
        </p>
        ${this.decision()}
      </div>
      <div class="state">${this.state()}</div>
    </article>`
  }

  private at(at: number): string {
    return moment(this.speech, at, this.zone, this.now)
  }

  /** What goes with a restore, and which copy it is, to the last byte. */
  private copy() {
    const { speech } = this
    const { payload, subjectId } = this.proposal
    const numbers = Object.entries(payload.highest ?? {}).map(([letter, no]) => `${letter}${no}`)
    return html`<p class="hint">
        <ui-icon name="alert-triangle"></ui-icon>
        <span>${speech.say('mgr.apr.restore.until', { at: this.at(payload.lastAt ?? 0) })}</span>
      </p>
      ${
        numbers.length > 0
          ? html`<p class="note">
              ${speech.say('mgr.apr.restore.highest', { numbers: numbers.join(' ') })}
            </p>`
          : nothing
      }
      <p class="note">${speech.say('mgr.apr.restore.sha')} <code>${subjectId}</code></p>`
  }

  private state() {
    const { speech, proposal } = this
    const { state } = proposal
    const word = speech.say(`mgr.apr.state.${state}`)
    if (state === 'approved') return pill('green', 'check', word)
    if (state === 'rejected') return pill('red', 'x', word)
    if (state === 'expired') return pill('grey', 'clock', word)
    if (proposal.mayDecide && this.entry.may('proposal.decide'))
      return pill('amber', 'clipboard-check', speech.say('mgr.apr.yours'))
    return pill('blue', 'hourglass', speech.say('mgr.apr.others'))
  }

  private decision() {
    const { speech, proposal } = this
    if (this.code) {
      return html`<once-code
        .heading=${speech.say('mgr.apr.code', { who: proposal.subject ? nameOf(proposal.subject, speech) : '' })}
        .code=${this.code}
        .text=${speech.say('mgr.ppl.codeMore.enrol', { url: `${location.origin}/manager/#enrol` })}
        @over=${() => this.done()}
      ></once-code>`
    }
    if (proposal.state !== 'open') return this.decided()
    if (!proposal.mayDecide || !this.entry.may('proposal.decide'))
      return html`<p class="hint">
        <ui-icon name="users"></ui-icon><span>${speech.say('mgr.apr.waits')}</span>
      </p>`
    return this.answer ? this.form(this.answer) : this.answers()
  }

  private decided() {
    const { speech, proposal } = this
    if (!proposal.decidedBy || proposal.decidedAt === null) return nothing
    return html`<p class="note">
      ${speech.say('mgr.apr.decided', {
        who: nameOf(proposal.decidedBy, speech),
        at: this.at(proposal.decidedAt),
      })}${proposal.decisionReason ? html` “${proposal.decisionReason}”` : nothing}
    </p>`
  }

  private answers() {
    const { speech } = this
    return html`<div class="row">
      <button class="button primary" @click=${() => (this.answer = 'approve')}>
        <ui-icon name="check"></ui-icon>${speech.say('mgr.apr.approve')}
      </button>
      <button class="button" @click=${() => (this.answer = 'reject')}>
        <ui-icon name="x"></ui-icon>${speech.say('mgr.apr.reject')}
      </button>
    </div>`
  }

  private form(answer: 'approve' | 'reject') {
    const { entry, proposal } = this
    const input = (reason: string) => ({ params: { proposalId: proposal.id }, body: { reason } })
    return html`<reason-form
      always
      .terms=${entry.may('proposal.decide')}
      .label=${this.wordFor(answer, 'Go')}
      .look=${answer === 'approve' ? 'primary' : 'danger'}
      .send=${(reason: string) =>
        answer === 'approve'
          ? entry.ask('POST /api/v1/proposals/:proposalId/approve', input(reason))
          : entry.ask('POST /api/v1/proposals/:proposalId/reject', input(reason))}
      @done=${({ detail }: CustomEvent<Partial<Approved>>) => {
        tell(this.wordFor(answer, 'Done'))
        this.code = detail.enrolment?.code ?? ''
        if (!this.code) this.done()
      }}
      @over=${() => (this.answer = null)}
    ></reason-form>`
  }

  /** A restore that is agreed to has not happened: the words must not say so. */
  private wordFor(answer: 'approve' | 'reject', part: 'Go' | 'Done'): string {
    const { speech, proposal } = this
    if (answer === 'approve' && proposal.act === 'record.restore')
      return speech.say(part === 'Go' ? 'mgr.apr.restore.go' : 'mgr.apr.restore.done')
    return speech.say(`mgr.apr.${answer}${part}`)
  }

  private done(): void {
    this.answer = null
    this.code = ''
    this.dispatchEvent(new CustomEvent('changed'))
  }

  static override styles = [
    base,
    buttons,
    cards,
    pageStyles,
    pillStyles,
    css`
      :host {
        display: block;
      }
      article {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr) auto;
        gap: 6px 16px;
      }
      .text {
        display: grid;
        gap: 8px;
      }
      h2 {
        font-size: 15px;
      }
      .why {
        font-size: 14px;
        line-height: 1.6;
        overflow-wrap: anywhere;
      }
      .hint {
        font-size: 13px;
      }
      code {
        font-size: 12px;
        overflow-wrap: anywhere;
      }
      @media (max-width: 640px) {
        article {
          grid-template-columns: auto minmax(0, 1fr);
        }
        .state {
          grid-column: 2;
        }
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'proposal-card': ProposalCard
  }
}
