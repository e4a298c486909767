import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { fields } from '#ui-kit/styles/fields.ts'
import { Deed } from '../deed.ts'
import type { Entry } from '../entry.ts'
import { Loaded } from '../loaded.ts'
import { moment } from '../moment.ts'
import { foot, formStyles, reasonField, textField } from '../parts/form.ts'
import { loadNote } from '../parts/load-note.ts'
import { tell } from '../parts/said-line.ts'
import { pageStyles } from '../styles.ts'

/** `A187 F23` as numbers by letter; null: it is something else. */
function readHighest(text: string): Record<string, number> | null {
  const labels = text
    .toUpperCase()
    .split(/[\s,，、]+/)
    .filter(Boolean)
  const pairs = labels.map((label) => /^([A-Z]{1,2})=?0*([1-9]\d{0,3})$/.exec(label))
  if (pairs.includes(null)) return null
  return Object.fromEntries(pairs.map((pair) => [pair?.[1] ?? '', Number(pair?.[2])]))
}

/**
 * Asks for one copy to be put in the place of the record: what is in it, what would be gone, and the
 * highest numbers that people saw. Sends `over` when it was asked for, or left.
 */
@customElement('restore-form')
export class RestoreForm extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property() file = ''
  @property() zone = ''
  @property({ attribute: false }) now = 0

  private readonly deed = new Deed(this)
  private readonly asked = new Loaded(
    this,
    () => this.entry,
    (entry, how) => entry.ask('GET /api/v1/backups/:file', { params: { file: this.file }, ...how }),
  )

  override render() {
    const { deed, asked, entry } = this
    const { speech } = deed
    const copy = asked.value
    if (!copy) return loadNote(asked, speech)
    deed.terms = entry.may('restore.propose')
    return html`<form
      novalidate
      @submit=${deed.on({
        check: (value) => ({
          highest: readHighest(value('highest')) === null && speech.say('mgr.rec.highestWrong'),
        }),
        send: (value) => {
          const { sha256, events, lastAt, file } = copy
          const highest = readHighest(value('highest')) ?? {}
          const body = { file, sha256, events, lastAt, highest, reason: value('reason') }
          return entry.ask('POST /api/v1/restore/proposal', { body })
        },
        done: () => {
          tell(speech.say('mgr.rec.restoreAsked'))
          this.over()
        },
      })}
    >
      <p class="hint danger">
        <ui-icon name="alert-triangle"></ui-icon>
        <span>
          ${speech.say('mgr.rec.restoreWarn', {
            events: copy.events.toLocaleString('en'),
            at: moment(speech, copy.lastAt, this.zone, this.now),
          })}
        </span>
      </p>
      ${textField(deed, {
        name: 'highest',
        label: speech.say('mgr.rec.highest'),
        hint: speech.say('mgr.rec.highestHint'),
        maxlength: 200,
      })}
      ${reasonField(deed)}
      ${foot(deed, {
        label: speech.say('mgr.rec.restoreGo'),
        look: 'danger',
        cancel: () => this.over(),
      })}
    </form>`
  }

  private over(): void {
    this.dispatchEvent(new CustomEvent('over'))
  }

  static override styles = [
    base,
    buttons,
    cards,
    fields,
    pageStyles,
    formStyles,
    css`
      :host {
        display: block;
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'restore-form': RestoreForm
  }
}
