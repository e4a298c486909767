import { css, html, nothing, type TemplateResult } from 'lit'
import type { IconName } from '#ui-kit/icons.ts'
import '#ui-kit/elements/ui-icon.ts'
import type { Deed } from '../deed.ts'

/** The parts of a form of the console, drawn around its deed. */

type Field = {
  name: string
  label: string
  /** Stands below the field, for what the label cannot say. */
  hint?: string
  value?: string | undefined
}
type TextField = Field & {
  type?: 'text' | 'password' | 'date'
  autocomplete?: string
  inputmode?: 'numeric' | 'text'
  maxlength?: number
  placeholder?: string
  isCode?: boolean
}

function around(deed: Deed, { name, label, hint }: Field, control: TemplateResult) {
  const fault = deed.faults[name]
  return html`<div class="field">
    <label for=${name}>${label}</label>
    ${control} ${hint ? html`<p class="note" id="${name}-hint">${hint}</p>` : nothing}
    <p class="error" id="${name}-fault" role="alert">
      ${fault ? html`<ui-icon name="alert-triangle"></ui-icon>${fault}` : nothing}
    </p>
  </div>`
}

const told = ({ name, hint }: Field) => (hint ? `${name}-hint ${name}-fault` : `${name}-fault`)
const wrong = (deed: Deed, { name }: Field) => (deed.faults[name] ? 'true' : 'false')

export function textField(deed: Deed, field: TextField): TemplateResult {
  return around(
    deed,
    field,
    html`<input
      id=${field.name}
      name=${field.name}
      class=${field.isCode ? 'code' : ''}
      type=${field.type ?? 'text'}
      value=${field.value ?? ''}
      maxlength=${field.maxlength ?? nothing}
      inputmode=${field.inputmode ?? nothing}
      placeholder=${field.placeholder ?? nothing}
      autocomplete=${(field.autocomplete ?? 'off') as AutoFill}
      autocapitalize="off"
      spellcheck="false"
      aria-invalid=${wrong(deed, field)}
      aria-describedby=${told(field)}
    />`,
  )
}

export type Choice = { value: string; label: string }

export function selectField(deed: Deed, field: Field & { choices: Choice[] }): TemplateResult {
  return around(
    deed,
    field,
    html`<select
      id=${field.name}
      name=${field.name}
      aria-invalid=${wrong(deed, field)}
      aria-describedby=${told(field)}
    >
      ${field.choices.map(
        ({ value, label }) =>
          html`<option value=${value} ?selected=${value === field.value}>${label}</option>`,
      )}
    </select>`,
  )
}

/** Why: kept in the record with the act, and asked for wherever the matrix says so. */
export function reasonField(deed: Deed, label?: string): TemplateResult | typeof nothing {
  if (!deed.terms?.reason) return nothing
  const field = { name: 'reason', label: label ?? deed.speech.say('mgr.reason') }
  return around(
    deed,
    { ...field, hint: deed.speech.say('mgr.reasonHint') },
    html`<textarea
      id="reason"
      name="reason"
      rows="2"
      maxlength="200"
      aria-invalid=${wrong(deed, field)}
      aria-describedby="reason-hint reason-fault"
    ></textarea>`,
  )
}

type Foot = {
  label: string
  icon?: IconName
  /** `primary`: the one filled button of its panel. */
  look?: 'primary' | 'danger' | ''
  cancel?: () => void
}

/** What stands below the fields: the terms of the act, what went wrong, and the buttons. */
export function foot(deed: Deed, { label, icon, look = 'primary', cancel }: Foot): TemplateResult {
  const { speech, terms } = deed
  return html`${
      terms?.stepUp
        ? html`<p class="note">
            <ui-icon name="fingerprint"></ui-icon> ${speech.say('mgr.needsStepUp')}
          </p>`
        : nothing
    }
    ${
      terms?.fourEyes
        ? html`<p class="note"><ui-icon name="users"></ui-icon> ${speech.say('mgr.needsTwo')}</p>`
        : nothing
    }
    <p class="error" role="alert">
      ${
        deed.faults['']
          ? html`<ui-icon name="alert-triangle"></ui-icon>${deed.faults['']}`
          : nothing
      }
    </p>
    <div class="row">
      <button class="button ${look}" aria-busy=${deed.isBusy ? 'true' : 'false'}>
        ${icon ? html`<ui-icon name=${icon}></ui-icon>` : nothing}${label}
      </button>
      ${
        cancel
          ? html`<button class="button quiet" type="button" @click=${cancel}>
              ${speech.say('common.cancel')}
            </button>`
          : nothing
      }
    </div>`
}

export const formStyles = css`
  form {
    display: grid;
    gap: 14px;
  }
  .field {
    gap: 4px;
    font-size: 13.5px;
  }
  .field :is(input, textarea, select) {
    border-radius: 10px;
    border-width: 1.5px;
    padding-inline: 12px;
  }
  .button.primary {
    box-shadow: none;
  }
  .error {
    font-size: 13px;
  }
  .error:empty,
  .field .error:not(:has(ui-icon)),
  form > .error:not(:has(ui-icon)) {
    position: absolute;
  }
  .field input.code {
    font-size: 20px;
    font-weight: var(--w-strong);
    letter-spacing: 0.08em;
    text-transform: uppercase;
  }
`
