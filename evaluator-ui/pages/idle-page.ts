import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { EvaluatorView } from '#contract/live.ts'
import '#ui-kit/elements/hall-mark.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { Speech } from '#ui-kit/speech.ts'
import { ActEvent } from '../parts/acts.ts'
import '../parts/counter-badge.ts'
import '../parts/notice-pages.ts'
import '../parts/staff-portrait.ts'
import '../parts/star-row.ts'

/**
 * Stands at the window while nobody is asked: who serves here, the hall's notices, and that a
 * question will come.
 *
 * Event `act`: `language`. Slot `mark`: how old the page is, where that has to be said.
 */
@customElement('idle-page')
export class IdlePage extends LitElement {
  @property({ attribute: false }) view!: EvaluatorView
  /** The time of day, as shown. */
  @property() clock = ''
  private readonly speech = new Speech(this)

  override render() {
    const { view, speech } = this
    return html`<aside class="on-dark">
        <header>
          <counter-badge .no=${view.counter.no}></counter-badge>
          <span class="open">
            <ui-icon name="circle-check-filled"></ui-icon>${speech.say('eval.open')}
          </span>
        </header>
        ${this.person(view.staff)}
      </aside>
      <main>
        <header>
          <hall-mark .name=${view.hall.shortName}></hall-mark>
          <slot name="mark"></slot>
          <time>${this.clock}</time>
        </header>
        <notice-pages .notices=${view.notices}></notice-pages>
        <section class="later">
          <span class="star"><ui-icon name="star"></ui-icon></span>
          <div>
            <h2>${speech.say('eval.later')}</h2>
            <p>${speech.say('eval.anon')}</p>
          </div>
        </section>
        <footer>
          <button class="button" lang=${speech.other} @click=${this.switchLanguage}>
            <ui-icon name="language"></ui-icon>${speech.say('eval.language')}
          </button>
          <span class="hotline prose">
            <ui-icon name="phone"></ui-icon>
            ${speech.say('eval.hotline', { phone: view.hall.hotline })}
          </span>
        </footer>
      </main>`
  }

  private person(staff: EvaluatorView['staff']) {
    if (!staff) return null
    const { speech } = this
    const name = speech.pick(staff.name)
    return html`<staff-portrait .portrait=${staff.portrait} .person=${name}></staff-portrait>
      <div class="name">
        <h1>${name}</h1>
        <span>${speech.say('common.staffNo', { no: staff.staffNo })}</span>
      </div>
      <div class="post">
        <star-row .stars=${staff.stars}></star-row>
        <span>${speech.pick(staff.post)}</span>
      </div>`
  }

  private readonly switchLanguage = () => {
    this.dispatchEvent(new ActEvent({ name: 'language' }))
  }

  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: flex;
        height: 100%;
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      aside {
        flex: none;
        display: flex;
        flex-direction: column;
        width: 460px;
        padding: 36px 44px;
        background: var(--surface-hero);
        color: var(--white);
      }
      .open {
        display: flex;
        align-items: center;
        gap: 9px;
        height: 46px;
        padding: 0 18px 0 20px;
        border-radius: 16px;
        background: #ffffff26;
        font-size: 22px;
        font-weight: var(--w-strong);
        white-space: nowrap;
      }
      staff-portrait {
        --initial: 180px;
        width: 372px;
        height: 452px;
        margin-top: 28px;
        border: 8px solid var(--white);
        border-radius: 36px;
      }
      .name {
        display: flex;
        flex-wrap: wrap;
        align-items: baseline;
        column-gap: 22px;
        margin-top: 22px;
        color: var(--green-200);
        font-size: 26px;
        line-height: 1.3;
      }
      h1 {
        color: var(--white);
        font-size: 56px;
        line-height: 1.25;
      }
      .post {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 18px;
        margin-top: 8px;
        color: var(--green-200);
        font-size: 24px;
        line-height: 1.4;
      }
      main {
        flex: 1;
        display: flex;
        flex-direction: column;
        min-width: 0;
        padding: 36px 48px 32px;
      }
      main > header {
        min-height: 58px;
        gap: 20px;
      }
      hall-mark {
        --mark: 34px;
        --mark-color: var(--c-primary);
        font-size: 24px;
      }
      time {
        margin-left: auto;
        font-size: 38px;
        font-weight: var(--w-strong);
        letter-spacing: -0.02em;
        line-height: 1;
      }
      notice-pages {
        flex: 1;
        margin-top: 22px;
      }
      .later {
        display: flex;
        align-items: center;
        gap: 24px;
        margin-top: 24px;
        padding: 24px 36px;
        border-radius: 28px;
        background: var(--c-tile);
        color: var(--c-on-tile);
      }
      .star {
        flex: none;
        display: grid;
        place-items: center;
        width: 72px;
        height: 72px;
        border-radius: 50%;
        background: var(--white);
        font-size: 40px;
      }
      .later h2 {
        font-size: 30px;
      }
      .later p {
        margin-top: 2px;
        font-size: 22px;
        line-height: 1.4;
      }
      footer {
        display: flex;
        align-items: center;
        justify-content: space-between;
        margin-top: 28px;
      }
      .button {
        --button-height: 72px;
        min-width: 232px;
      }
      .hotline {
        display: flex;
        align-items: center;
        gap: 12px;
        color: var(--ink-700);
        font-size: 23px;
      }
      h2:lang(en) {
        font-size: 26px;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'idle-page': IdlePage
  }
}
