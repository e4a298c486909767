import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import '#ui-kit/elements/ui-icon.ts'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'
import { Speech } from '#ui-kit/speech.ts'
import type { Entry } from '../entry.ts'
import { Loaded } from '../loaded.ts'
import { moment } from '../moment.ts'
import { loadNote } from '../parts/load-note.ts'
import { draftOf, ruleFrom, type Draft } from '../rules/draft.ts'
import '../rules/enact-form.ts'
import '../rules/rule-editor.ts'
import { sentences } from '../rules/rule-panel.ts'
import '../rules/rule-table.ts'
import type { Rule, RuleBook } from '../rules/rule.ts'
import '../rules/trial-panel.ts'
import type { Tried } from '../rules/trial-panel.ts'
import { pageStyles } from '../styles.ts'

const lookAgainMs = 5_000

/**
 * The rules of calling: what is in force, in plain sentences, what was and what begins when. A new
 * one is written, lived through on past days beside the one in force, and only then put in force.
 */
@customElement('rules-page')
export class RulesPage extends LitElement {
  @property({ attribute: false }) entry!: Entry
  @property() zone = ''
  @property({ attribute: false }) now = 0
  @state() private chosenId: string | null = null
  /** The rule that is being written; null: none. */
  @state() private draft: Draft | null = null
  @state() private tried: Tried | null = null

  private readonly speech = new Speech(this)
  private readonly asked = new Loaded(
    this,
    () => this.entry,
    (entry, how) => entry.ask('GET /api/v1/rules', how),
  )
  private lookedAt = 0

  /** When the next rule begins, the list is not as it was read. */
  override willUpdate(): void {
    const begins = this.asked.value?.rules.some(
      ({ state: is, from }) => is === 'coming' && from <= this.now,
    )
    if (!begins || this.now < this.lookedAt + lookAgainMs) return
    this.lookedAt = this.now
    void this.asked.reload({ unattended: true })
  }

  override render() {
    const { speech, draft } = this
    const book = this.asked.value
    return html`<header class="head">
        <h1>${speech.say('mgr.part.rules')}</h1>
        <span class="sub">${speech.say('mgr.rule.sub')}</span>
        <div class="acts">${book ? this.act(book) : nothing}</div>
      </header>
      <div class="body">
        ${
          book
            ? draft
              ? this.writing(book, draft)
              : this.reading(book)
            : html`<section class="card panel">${loadNote(this.asked, speech)}</section>`
        }
      </div>`
  }

  private act(book: RuleBook) {
    const { speech, entry } = this
    if (!entry.may('rule.trial')) return nothing
    return this.draft
      ? html`<button class="button" @click=${() => this.write(null)}>
          <ui-icon name="x"></ui-icon>${speech.say('mgr.rule.leave')}
        </button>`
      : html`<button class="button" @click=${() => this.write(draftOf(book.inForce.rule, book))}>
          <ui-icon name="plus"></ui-icon>${speech.say('mgr.rule.new')}
        </button>`
  }

  private reading(book: RuleBook) {
    const { speech, zone, now } = this
    const { rules } = book
    const chosen = rules.find(({ id }) => id === this.chosenId)
    const none = {
      is: rules.length === 0,
      text: speech.say('mgr.rule.none'),
      more: speech.say('mgr.rule.noneMore'),
    }
    return html`<div class=${chosen ? 'columns' : 'stack'}>
      <div class="stack">
        ${this.inForce(book)}
        <section class="card panel" aria-labelledby="all">
          <h2 id="all">${speech.say('mgr.rule.all')}</h2>
          ${
            rules.length > 0
              ? html`<rule-table
                  .rules=${rules}
                  .chosenId=${this.chosenId}
                  .zone=${zone}
                  .now=${now}
                  .label=${speech.say('mgr.part.rules')}
                  @chosen=${({ detail }: CustomEvent<string>) => {
                    this.chosenId = detail === this.chosenId ? null : detail
                  }}
                ></rule-table>`
              : nothing
          }
          ${loadNote(this.asked, speech, none)}
        </section>
      </div>
      ${
        chosen
          ? html`<rule-panel
              .entry=${this.entry}
              .book=${book}
              .item=${chosen}
              .zone=${zone}
              .now=${now}
              @model=${({ detail }: CustomEvent<Rule>) => this.write(draftOf(detail, book))}
              @changed=${() => this.look(null)}
              @close=${() => (this.chosenId = null)}
            ></rule-panel>`
          : nothing
      }
    </div>`
  }

  private inForce(book: RuleBook) {
    const { speech, zone, now } = this
    const { inForce, rules } = book
    const item = rules.find(({ id }) => id === inForce.id)
    const name = item ? speech.pick(item.name) : speech.say('mgr.rule.start')
    const since =
      item && item.from > 0
        ? speech.say('mgr.rule.since', { t: moment(speech, item.from, zone, now) })
        : ''
    return html`<section class="card panel" aria-labelledby="force">
      <h2 id="force">
        ${speech.say('mgr.rule.inForce')}
        <small>${speech.say(`mgr.rule.kind.${inForce.rule.kind}`)}</small>
      </h2>
      <div class="inner">
        <p class="name">${name}${since ? html` <small>${since}</small>` : nothing}</p>
        ${item ? nothing : html`<p class="note">${speech.say('mgr.rule.startMore')}</p>`}
        ${sentences(inForce.rule, speech, book)}
      </div>
    </section>`
  }

  private writing(book: RuleBook, draft: Draft) {
    const { entry, zone, now, tried } = this
    const { rule, faults } = ruleFrom(draft, book.bounds)
    const isOld = tried !== null && JSON.stringify(tried.rule) !== JSON.stringify(rule)
    return html`<div class="columns desk">
      <rule-editor
        .book=${book}
        .draft=${draft}
        .faults=${faults}
        @draft=${({ detail }: CustomEvent<Draft>) => (this.draft = detail)}
      ></rule-editor>
      <div class="stack">
        <trial-panel
          .entry=${entry}
          .book=${book}
          .rule=${rule}
          .tried=${tried}
          .isOld=${isOld}
          @tried=${({ detail }: CustomEvent<Tried>) => (this.tried = detail)}
        ></trial-panel>
        ${
          entry.may('setup.change')
            ? html`<enact-form
                .entry=${entry}
                .rule=${tried && !isOld ? tried.rule : null}
                .zone=${zone}
                .now=${now}
                @enacted=${({ detail }: CustomEvent<string>) => this.look(detail)}
              ></enact-form>`
            : nothing
        }
      </div>
    </div>`
  }

  /** Begins with a new rule, or leaves it. */
  private write(draft: Draft | null): void {
    this.draft = draft
    this.tried = null
  }

  /** Back to the list as it is now, with one of its rules. */
  private look(id: string | null): void {
    this.write(null)
    this.chosenId = id
    void this.asked.reload()
  }

  static override styles = [
    base,
    buttons,
    cards,
    pageStyles,
    css`
      .name {
        font-size: 17px;
        font-weight: var(--w-strong);
      }
      .name small {
        color: var(--c-text-2);
        font-size: 13px;
        font-weight: var(--w-text);
      }
      .say {
        max-width: 60em;
        font-size: 13.5px;
        line-height: 1.7;
      }
      .inner {
        gap: 6px;
      }
      @media (min-width: 1101px) {
        .columns.desk {
          grid-template-columns: 400px minmax(0, 1fr);
        }
      }
    `,
  ]
}

declare global {
  interface HTMLElementTagNameMap {
    'rules-page': RulesPage
  }
}
