import { html, type TemplateResult } from 'lit'
import '../elements/key-hint.ts'
import '../elements/ui-icon.ts'
import type { Speech } from '../speech.ts'
import '../words/pairing.ts'

export function controls(speech: Speech): TemplateResult {
  return html`${buttonsOf(speech)}
    <p class="row">
      <button class="chip" role="checkbox" aria-checked="false">
        <ui-icon name="circle"></ui-icon>${speech.say('state.idle')}
      </button>
      <button class="chip" role="checkbox" aria-checked="true">
        <ui-icon name="circle-check-filled"></ui-icon>${speech.say('state.serving')}
      </button>
      <span class="tag">${speech.say('state.serving')}</span>
      <span class="tag amber">${speech.say('state.called')}</span>
      <span class="tag blue">${speech.say('state.idle')}</span>
      <span class="tag grey">${speech.say('state.onHold')}</span>
    </p>
    <div class="row">
      <div class="card">
        <span class="tile"><ui-icon name="receipt-yuan"></ui-icon></span>
      </div>
      <p class="banner"><ui-icon name="cloud-off"></ui-icon>${speech.say('common.reconnecting')}</p>
      ${['', 'warn', 'danger'].map(
        (tone) =>
          html`<p class="hint ${tone}">
            <ui-icon name="info-circle"></ui-icon>${speech.say('key.why')}
          </p>`,
      )}
    </div>
    <div class="row">
      <div class="field">
        <label for="plain">${speech.say('key.label')}</label>
        <input id="plain" />
      </div>
      <div class="field">
        <label for="wrong">${speech.say('key.label')}</label>
        <input id="wrong" aria-invalid="true" aria-describedby="why" />
        <p class="error" id="why">
          <ui-icon name="alert-triangle"></ui-icon>${speech.say('key.empty')}
        </p>
      </div>
    </div>`
}

function buttonsOf(speech: Speech): TemplateResult {
  return html`<p class="row">
    <button class="button primary">
      ${speech.say('common.confirm')}<key-hint key="Enter" filled></key-hint>
    </button>
    <button class="button">${speech.say('common.retry')}<key-hint key="1"></key-hint></button>
    <button class="button quiet">${speech.say('common.cancel')}</button>
    <button class="button danger">${speech.say('common.delete')}</button>
    <button class="button primary" aria-disabled="true">${speech.say('key.empty')}</button>
    <button class="button primary" aria-busy="true">${speech.say('common.confirm')}</button>
  </p>`
}
