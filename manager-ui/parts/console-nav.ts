import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ConsoleView } from '#contract/console-view.ts'
import '#ui-kit/elements/hall-mark.ts'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry, Me } from '../entry.ts'
import { initialOf } from './initial.ts'
import { parts, type PartGroup, type PartName } from '../parts.ts'

const groups: PartGroup[] = ['hall', 'queue', 'quality', 'watch']

/**
 * The left side of the console: the hall, the parts that are open to this person with how much waits
 * in each, and below the person in all their roles, the language and the way out.
 */
@customElement('console-nav')
export class ConsoleNav extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property({ attribute: false }) me: Me | null = null
  @property({ attribute: false }) view: ConsoleView | null = null
  @property({ attribute: false }) current: PartName | 'me' | null = null

  private readonly speech = new Speech(this)

  override render() {
    const { speech, view } = this
    return html`<nav class="on-dark" aria-label=${speech.say('mgr.nav')}>
      <hall-mark .name=${view?.hall.shortName ?? null}></hall-mark>
      ${
        view?.hall.purpose === 'sample'
          ? html`<p class="sample">${speech.say('mgr.sampleHall')}</p>`
          : nothing
      }
      <div class="groups">${groups.map((group) => this.group(group))}</div>
      ${this.person()}
    </nav>`
  }

  private group(group: PartGroup) {
    const open = parts.filter((part) => part.group === group && this.entry.may(part.act))
    if (open.length === 0) return nothing
    return html`<h2 id=${group}>${this.speech.say(`mgr.group.${group}`)}</h2>
      <ul aria-labelledby=${group}>
        ${open.map(({ name, icon }) => {
          const waiting = this.waitingIn(name)
          return html`<li>
            <a href="#${name}" aria-current=${name === this.current ? 'page' : nothing}>
              <ui-icon name=${icon}></ui-icon>
              <span>${this.speech.say(`mgr.part.${name}`)}</span>
              ${waiting > 0 ? html`<b>${waiting}</b>` : nothing}
            </a>
          </li>`
        })}
      </ul>`
  }

  private waitingIn(part: PartName): number {
    if (part === 'devices') return this.view?.pairingsOpen ?? 0
    if (part === 'approvals') return this.view?.proposalsOpen ?? 0
    return 0
  }

  private person() {
    const { speech, me } = this
    if (!me) return nothing
    const name = speech.pick(me.name)
    const roles = me.roles.map((role) => speech.say(`role.${role}`)).join(speech.say('mgr.and'))
    return html`<div class="person">
      <a class="who" href="#me" aria-current=${this.current === 'me' ? 'page' : nothing}>
        <span class="face" aria-hidden="true">${initialOf(name)}</span>
        <span>
          <strong>${name}</strong>
          <small>${roles}</small>
        </span>
      </a>
      <button lang=${speech.other} @click=${() => speech.toggle()}>
        <ui-icon name="language"></ui-icon>${speech.say('mgr.language')}
      </button>
      <button @click=${() => void this.entry.signOut()}>
        <ui-icon name="logout"></ui-icon>${speech.say('mgr.signOut')}
      </button>
    </div>`
  }

  static override styles = [
    base,
    css`
      nav {
        display: flex;
        flex-direction: column;
        height: 100%;
        padding: 16px 12px;
        overflow-y: auto;
        background: var(--green-900);
        color: var(--white);
      }
      hall-mark {
        --mark: 32px;
        --mark-color: var(--green-400);
        padding: 0 10px;
        font-size: 15px;
      }
      .sample {
        margin: 10px 10px 0;
        color: var(--amber-300);
        font-size: 12.5px;
      }
      .groups {
        flex: 1;
        padding-bottom: 16px;
      }
      h2 {
        margin: 20px 12px 6px;
        color: var(--green-200);
        font-size: 12.5px;
        font-weight: var(--w-text);
      }
      a {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 42px;
        padding: 6px 12px;
        border-radius: 10px;
        color: var(--white);
        font-size: 14.5px;
        font-weight: var(--w-label);
        line-height: 1.3;
        text-decoration: none;
      }
      a ui-icon {
        font-size: 19px;
      }
      a > span {
        flex: 1;
      }
      a > .face {
        flex: none;
      }
      a b {
        min-width: 22px;
        padding: 0 6px;
        border-radius: 999px;
        background: var(--amber-400);
        color: var(--ink-900);
        font-size: 12px;
        line-height: 22px;
        text-align: center;
      }
      a:hover,
      .person button:hover {
        background: var(--green-800);
      }
      a[aria-current] {
        background: var(--white);
        color: var(--green-900);
        font-weight: var(--w-strong);
      }
      .person {
        display: grid;
        flex: none;
        gap: 2px;
        padding-top: 12px;
        border-top: 1px solid #ffffff2e;
      }
      .who {
        padding-inline: 8px;
      }
      .face {
        display: grid;
        place-items: center;
        width: 38px;
        height: 38px;
        border-radius: 50%;
        background: var(--green-100);
        color: var(--green-800);
        font-weight: var(--w-strong);
      }
      .person strong,
      .person small {
        display: block;
        line-height: 1.35;
      }
      .person small {
        color: var(--green-200);
        font-size: 12.5px;
        font-weight: var(--w-text);
        word-break: keep-all;
        overflow-wrap: anywhere;
      }
      .who[aria-current] small {
        color: var(--green-800);
      }
      .person button {
        display: flex;
        align-items: center;
        gap: 12px;
        min-height: 34px;
        padding: 4px 8px;
        border-radius: 8px;
        font-size: 13.5px;
      }
      .person button ui-icon {
        font-size: 18px;
      }
      @media (max-width: 1100px) {
        nav {
          height: auto;
          padding: 10px 12px;
        }
        .sample {
          margin-top: 2px;
        }
        .groups,
        .person {
          display: flex;
          flex-wrap: wrap;
          align-items: center;
          padding-bottom: 4px;
        }
        ul {
          display: contents;
        }
        h2 {
          position: absolute;
          clip-path: inset(50%);
        }
        a {
          padding-inline: 10px;
        }
        .person {
          padding-top: 4px;
        }
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'console-nav': ConsoleNav
  }
}
