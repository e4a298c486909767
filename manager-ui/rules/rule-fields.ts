import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import '#ui-kit/elements/ui-icon.ts'
import type { Speech } from '#ui-kit/speech.ts'
import type { ConditionDraft, Draft, Faults, Turn } from './draft.ts'
import { classChoices, type RuleBook } from './rule.ts'

/** What the fields of a draft are drawn with; `at` goes before the names of an inner rule's. */
export type FieldSet = {
  draft: Draft
  faults: Faults
  book: RuleBook
  speech: Speech
  at: string
  change: (part: Partial<Draft>) => void
}

/** The numbers of the kind of rule that a draft is of, each with what it does. */
export function ruleFields(set: FieldSet): TemplateResult | typeof nothing {
  switch (set.draft.kind) {
    case 'index':
      return indexFields(set)
    case 'ratio':
      return ratioFields(set)
    case 'strict':
      return strictFields(set)
    case 'pattern':
      return patternFields(set)
    case 'first-come':
    case 'conditions':
      return nothing
  }
}

type NumberField = {
  name: string
  label: string
  hint?: string
  value: string
  input: (value: string) => void
}

function numberField(
  { faults, speech, at }: Pick<FieldSet, 'faults' | 'speech' | 'at'>,
  { name, label, hint, value, input }: NumberField,
): TemplateResult {
  const id = at + name
  const fault = faults[id]
  const words =
    fault === undefined
      ? ''
      : fault === 'some-share'
        ? speech.say('mgr.rule.someShare')
        : speech.say(fault.whole ? 'mgr.rule.whole' : 'mgr.rule.between', fault)
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <input
      id=${id}
      name=${id}
      inputmode="decimal"
      autocomplete="off"
      maxlength="8"
      .value=${live(value)}
      aria-invalid=${fault === undefined ? 'false' : 'true'}
      aria-describedby="${id}-fault${hint ? ` ${id}-hint` : ''}"
      @input=${({ target }: InputEvent) => input((target as HTMLInputElement).value)}
    />
    ${hint ? html`<p class="note" id="${id}-hint">${hint}</p>` : nothing}
    <p class="error" id="${id}-fault">
      ${words ? html`<ui-icon name="alert-triangle"></ui-icon>${words}` : nothing}
    </p>
  </div>`
}

type Option<V> = { value: V; label: string }

function choiceField<V>(
  id: string,
  label: string,
  options: readonly Option<V>[],
  chosen: (value: V) => boolean,
  choose: (value: V) => void,
): TemplateResult {
  return html`<div class="field">
    <label for=${id}>${label}</label>
    <select
      id=${id}
      @change=${({ target }: Event) => {
        const option = options[(target as HTMLSelectElement).selectedIndex]
        if (option) choose(option.value)
      }}
    >
      ${options.map(
        ({ value, label: text }) => html`<option .selected=${live(chosen(value))}>${text}</option>`,
      )}
    </select>
  </div>`
}

/** One number for each class, side by side. */
function threeFields(
  set: FieldSet,
  { name, legend, hint }: { name: string; legend: string; hint: string },
  values: readonly [string, string, string],
  change: (values: [string, string, string]) => void,
): TemplateResult {
  return html`<fieldset aria-describedby="${set.at}${name}-hint">
    <legend>${legend}</legend>
    <div class="three">
      ${classChoices(set.speech).map(({ value: no, label }) =>
        numberField(set, {
          ...{ name: `${name}${no}`, label, value: values[no] },
          input: (text) => change(values.with(no, text) as [string, string, string]),
        }),
      )}
    </div>
    <p class="note" id="${set.at}${name}-hint">${hint}</p>
  </fieldset>`
}

function indexFields(set: FieldSet): TemplateResult {
  const { draft, speech, change } = set
  const field = (name: 'headStartS' | 'quick' | 'ceiling' | 'passLimit') =>
    numberField(set, {
      ...{ name, value: draft[name], label: speech.say(`mgr.rule.${name}`) },
      hint: speech.say(`mgr.rule.${name}More`),
      input: (value) => change({ [name]: value }),
    })
  const words = { legend: speech.say('mgr.rule.weights'), hint: speech.say('mgr.rule.weightsMore') }
  return html`${threeFields(set, { name: 'weight', ...words }, draft.weights, (weights) =>
    change({ weights }),
  )}
  ${field('headStartS')} ${field('quick')} ${field('ceiling')} ${field('passLimit')}`
}

function ratioFields(set: FieldSet): TemplateResult {
  const { draft, speech, change } = set
  const words = { legend: speech.say('mgr.rule.shares'), hint: speech.say('mgr.rule.sharesMore') }
  return threeFields(set, { name: 'share', ...words }, draft.shares, (shares) => change({ shares }))
}

/** All orders of the three classes. */
const orders = [
  [2, 1, 0],
  [1, 2, 0],
  [2, 0, 1],
  [1, 0, 2],
  [0, 2, 1],
  [0, 1, 2],
] as const

function strictFields({ draft, speech, at, change }: FieldSet): TemplateResult {
  const words = classChoices(speech)
  const options = orders.map((order) => ({
    value: order,
    label: order.map((no) => words[no]?.label ?? '').join(' → '),
  }))
  const isChosen = (order: readonly number[]) => order.join() === draft.order.join()
  return choiceField(`${at}order`, speech.say('mgr.rule.order'), options, isChosen, (order) =>
    change({ order }),
  )
}

function patternFields({ draft, speech, book, at, change }: FieldSet): TemplateResult {
  const { turns } = draft
  const options: Option<Turn>[] = [
    ...classChoices(speech).map(({ value, label }) => ({ value: { priority: value }, label })),
    ...book.services.map(({ id, name }) => ({
      value: { serviceId: id },
      label: speech.pick(name),
    })),
  ]
  return html`<fieldset>
    <legend>${speech.say('mgr.rule.turns')}</legend>
    ${turns.map((turn, n) => {
      const text = JSON.stringify(turn)
      return html`<div class="line">
        ${choiceField(
          `${at}turn${n}`,
          speech.say('mgr.rule.turn', { n: n + 1 }),
          options,
          (value) => JSON.stringify(value) === text,
          (value) => change({ turns: turns.with(n, value) }),
        )}
        ${dropButton(speech.say('mgr.rule.dropTurn', { n: n + 1 }), turns.length, () =>
          change({ turns: turns.toSpliced(n, 1) }),
        )}
      </div>`
    })}
    ${addButton(speech.say('mgr.rule.addTurn'), turns.length < book.bounds.turns.max, () =>
      change({ turns: [...turns, { priority: 0 }] }),
    )}
  </fieldset>`
}

/** The conditions of a draft, the first one that somebody meets calls. */
export function conditionFields(set: FieldSet): TemplateResult {
  const { draft, speech, book, change } = set
  const { conditions } = draft
  return html`${conditions.map((_one, n) => conditionField(set, n))}
  ${addButton(
    speech.say('mgr.rule.addCondition'),
    conditions.length < book.bounds.conditions.max,
    () =>
      change({
        conditions: [...conditions, { serviceId: null, priority: null, overMinutes: '20' }],
      }),
  )}`
}

function conditionField(set: FieldSet, n: number): TemplateResult | typeof nothing {
  const { draft, speech, book, at, change } = set
  const { conditions } = draft
  const one = conditions[n]
  if (!one) return nothing
  const put = (part: Partial<ConditionDraft>) =>
    change({ conditions: conditions.with(n, { ...one, ...part }) })
  const services = [
    { value: null, label: speech.say('mgr.service.any') },
    ...book.services.map(({ id, name }) => ({ value: id, label: speech.pick(name) })),
  ]
  const classes = [
    { value: null, label: speech.say('mgr.class.any') },
    ...classChoices(speech).map(({ value, label }) => ({ value, label })),
  ]
  return html`<fieldset class="condition">
    <legend>${speech.say('mgr.rule.condition', { n: n + 1 })}</legend>
    ${choiceField<string | null>(
      `${at}service${n}`,
      speech.say('mgr.rule.conditionService'),
      services,
      (value) => value === one.serviceId,
      (serviceId) => put({ serviceId }),
    )}
    <div class="line">
      ${choiceField<number | null>(
        `${at}class${n}`,
        speech.say('mgr.rule.conditionClass'),
        classes,
        (value) => value === one.priority,
        (priority) => put({ priority }),
      )}
      ${numberField(set, {
        ...{ name: `over${n}`, label: speech.say('mgr.rule.conditionOver') },
        ...{ value: one.overMinutes, input: (overMinutes) => put({ overMinutes }) },
      })}
      ${dropButton(speech.say('mgr.rule.dropCondition', { n: n + 1 }), conditions.length, () =>
        change({ conditions: conditions.toSpliced(n, 1) }),
      )}
    </div>
  </fieldset>`
}

function dropButton(label: string, count: number, drop: () => void) {
  if (count < 2) return nothing
  return html`<button class="button quiet small" type="button" aria-label=${label} @click=${drop}>
    <ui-icon name="x"></ui-icon>
  </button>`
}

function addButton(label: string, isOpen: boolean, add: () => void) {
  if (!isOpen) return nothing
  return html`<button class="button small add" type="button" @click=${add}>
    <ui-icon name="plus"></ui-icon>${label}
  </button>`
}
