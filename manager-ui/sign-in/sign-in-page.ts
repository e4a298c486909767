import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { call } from '#ui-kit/call.ts'
import { nobody } from '#ui-kit/credential.ts'
import { landscape } from '#ui-kit/drawings.ts'
import '#ui-kit/elements/hall-mark.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry, EntryState } from '../entry.ts'
import { Loaded } from '../loaded.ts'
import { pageStyles } from '../styles.ts'
import './enrol-form.ts'
import './first-form.ts'
import type { Given } from './first-form.ts'
import './passkey-door.ts'
import './password-form.ts'
import './sample-people.ts'

type Way = 'passkey' | 'password' | 'enrol' | 'first'

/** Why a sign-in ended, where that has words of its own. */
const endings = ['replaced', 'idle', 'shift-over', 'forced', 'role-changed'] as const

/**
 * The way into the console: passkey first, password and six-digit code where none is at hand, the
 * first time with a one-time code; in the sample hall, on its own machine, by choosing a person. Says
 * why the last sign-in ended; the page it was on waits below with what was typed.
 */
@customElement('sign-in-page')
export class SignInPage extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) state: EntryState = 'asking'
  @property() address = ''
  @state() private chosen: Way | null = null
  @state() private given: Given | null = null

  private readonly speech = new Speech(this)
  private readonly halls = new Loaded(
    this,
    () => this.entry,
    () => call(nobody, 'GET /api/v1/halls'),
  )

  private get way(): Way {
    if (this.chosen) return this.chosen
    if (this.address === '#first') return this.given ? 'enrol' : 'first'
    return this.address === '#enrol' ? 'enrol' : 'passkey'
  }

  override render() {
    const { speech } = this
    const hall = this.halls.value?.halls[0]
    return html`<header class="on-dark">
        <hall-mark .name=${hall?.name ?? null}></hall-mark>
        <p class="title">${speech.say('mgr.title')}</p>
        <p>${speech.say('mgr.titleMore')}</p>
        <button class="button" lang=${speech.other} @click=${() => speech.toggle()}>
          <ui-icon name="language"></ui-icon>${speech.say('mgr.language')}
        </button>
        <div class="landscape">${landscape}</div>
      </header>
      <main>${this.content()}</main>`
  }

  private content() {
    const { speech } = this
    if (this.state === 'asking' || this.state === 'offline') {
      const isOffline = this.state === 'offline'
      return html`<p class="hint ${isOffline ? 'warn' : ''}" role="status">
        <ui-icon name=${isOffline ? 'cloud-off' : 'loader-2'}></ui-icon>
        ${speech.say(isOffline ? 'mgr.entry.offline' : 'mgr.entry.asking')}
      </p>`
    }
    return html`${this.whyEnded()}
      <section class="card" aria-labelledby="way">
        <h1 id="way">${speech.say(`mgr.way.${this.way}`)}</h1>
        ${this.form()}
      </section>
      ${this.otherWays()}
      ${this.way === 'enrol' || this.way === 'first' ? nothing : html`<sample-people .entry=${this.entry}></sample-people>`}`
  }

  private whyEnded() {
    const { ended } = this.entry
    if (ended === null) return nothing
    const known = endings.find((ending) => ending === ended)
    return html`<p class="hint warn" role="alert">
      <ui-icon name="logout"></ui-icon>
      <span>
        ${this.speech.say(known ? `mgr.ended.${known}` : 'mgr.ended.other')}
        ${this.speech.say('mgr.ended.kept')}
      </span>
    </p>`
  }

  private form() {
    const { entry } = this
    switch (this.way) {
      case 'passkey':
        return html`<passkey-door .entry=${entry}></passkey-door>`
      case 'password':
        return html`<password-form .entry=${entry}></password-form>`
      case 'enrol':
        return html`<enrol-form .entry=${entry} .given=${this.given}></enrol-form>`
      case 'first':
        return html`<first-form
          .entry=${entry}
          @given=${({ detail }: CustomEvent<Given>) => (this.given = detail)}
        ></first-form>`
    }
  }

  private otherWays() {
    const ways = ['passkey', 'password', 'enrol'] as const
    return html`<div class="row">
      ${ways
        .filter((way) => way !== this.way)
        .map(
          (way) =>
            html`<button class="button quiet" @click=${() => this.choose(way)}>
              ${this.speech.say(`mgr.way.${way}Go`)}
            </button>`,
        )}
    </div>`
  }

  private choose(way: Way): void {
    this.chosen = way
    if (location.hash === '#first' || location.hash === '#enrol') location.hash = ''
  }

  static override styles = [
    base,
    buttons,
    cards,
    pageStyles,
    css`
      :host {
        flex-direction: row;
        min-height: 100vh;
        --card-inset: 26px;
        --button-height: 44px;
        --button-size: 15px;
      }
      header {
        position: relative;
        flex: none;
        display: flex;
        flex-direction: column;
        align-items: flex-start;
        gap: 10px;
        width: 380px;
        padding: 36px;
        overflow: hidden;
        background: var(--surface-hero);
        color: var(--green-200);
        font-size: 15px;
        line-height: 1.6;
      }
      hall-mark {
        --mark: 40px;
        color: var(--white);
        font-size: 16px;
      }
      .title {
        margin-top: 48px;
        color: var(--white);
        font-size: 36px;
        font-weight: var(--w-strong);
        line-height: 1.25;
      }
      header .button {
        z-index: 1;
        margin-top: 16px;
        border-color: var(--green-300);
        background: none;
        color: var(--white);
      }
      header .button:hover {
        background: #00000038;
      }
      .landscape {
        position: absolute;
        inset: auto 0 0;
        height: 210px;
      }
      .landscape svg {
        display: block;
        width: 100%;
        height: 100%;
      }
      main {
        flex: 1;
        display: grid;
        align-content: center;
        gap: 18px;
        width: 100%;
        max-width: 720px;
        min-width: 0;
        margin-inline: auto;
        padding: 32px;
      }
      .card {
        display: grid;
        gap: 18px;
      }
      h1 {
        font-size: 22px;
      }
      .hint {
        font-size: 14.5px;
      }
      @media (max-width: 900px) {
        :host {
          display: block;
        }
        header {
          width: auto;
          padding: 20px 20px 90px;
        }
        .title {
          margin-top: 12px;
          font-size: 28px;
        }
        .landscape {
          height: 80px;
        }
        main {
          padding: 20px;
        }
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'sign-in-page': SignInPage
  }
}
