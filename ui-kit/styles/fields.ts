import { css } from 'lit'

/**
 * Form fields: `.field` is a label above its control and, below, `.error` with an icon: what was
 * typed stays. Custom properties: `--field-height`, `--field-size` (text).
 */
export const fields = css`
  .field {
    display: grid;
    gap: 6px;
    text-align: start;
  }
  .field > label {
    color: var(--ink-700);
    font-weight: var(--w-strong);
  }
  .field :is(input, textarea, select) {
    width: 100%;
    min-height: var(--field-height, 52px);
    padding: 0 14px;
    border: 2px solid var(--c-control);
    border-radius: 12px;
    background: var(--c-card);
    font-size: var(--field-size, 16px);
  }
  .field textarea {
    padding-block: 10px;
    line-height: 1.5;
    resize: none;
  }
  .field :is(input, textarea, select)::placeholder {
    color: var(--ink-500);
    opacity: 1;
  }
  .field [aria-invalid='true'] {
    border-color: var(--c-danger);
  }
  .error {
    display: flex;
    align-items: start;
    gap: 0.4em;
    color: var(--c-danger);
    font-weight: var(--w-label);
  }
  .error ui-icon {
    margin-block-start: 0.2em;
  }
`
