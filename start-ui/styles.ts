import { css } from 'lit'

/** What the parts of this page share. */
export const startStyles = css`
  h2 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 4px 12px;
    margin-bottom: 12px;
    font-size: 20px;
  }
  h2 small {
    color: var(--c-text-2);
    font-size: 14px;
    font-weight: var(--w-text);
  }
  a.button,
  a.card {
    color: inherit;
    text-decoration: none;
  }
  a.button {
    --button-height: 44px;
    --button-size: 15px;
    --button-radius: 12px;
  }
  a.button.primary {
    color: var(--c-on-primary);
  }
`
