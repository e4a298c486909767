import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { phone } from '../styles.ts'

export type Step = { what: string; hint: string; icon?: string }

/** What to do, one thing after the other; with icons where they are choices and no order. */
@customElement('todo-list')
export class TodoList extends LitElement {
  @property() heading = ''
  @property({ attribute: false }) steps: Step[] = []

  static override styles = [
    ...phone,
    css`
      h2 {
        font-size: 17px;
      }
      li {
        display: grid;
        grid-template-columns: 40px 1fr;
        gap: 14px;
        align-items: center;
        margin-top: 16px;
      }
      li:first-child {
        margin-top: 0;
      }
      h2 + ol {
        margin-top: 16px;
      }
      .sign {
        display: grid;
        place-items: center;
        width: 40px;
        height: 40px;
        border-radius: 50%;
        background: var(--c-tile);
        color: var(--c-on-tile);
        font-size: 18px;
        font-weight: var(--w-strong);
      }
      .sign ui-icon {
        font-size: 22px;
      }
      .what {
        font-size: 17px;
        font-weight: var(--w-strong);
        line-height: 1.4;
      }
      .then {
        color: var(--ink-700);
        font-size: 15px;
        line-height: 1.5;
      }
    `,
  ]

  override render() {
    return html`<section class="card">
      ${this.heading ? html`<h2>${this.heading}</h2>` : nothing}
      <ol>
        ${this.steps.map(
          ({ what, hint, icon }, index) =>
            html`<li>
              <span class="sign" aria-hidden="true"
                >${icon ? html`<ui-icon name=${icon}></ui-icon>` : index + 1}</span
              >
              <div>
                <p class="what">${what}</p>
                <p class="then">${hint}</p>
              </div>
            </li>`,
        )}
      </ol>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'todo-list': TodoList
  }
}
