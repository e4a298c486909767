import { css } from 'lit'

/** `.pill`: a word with an icon of its own on a tint; the tint is only the third sign. */
export const pillStyles = css`
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    padding: 0.2em 0.8em;
    border-radius: 999px;
    background: var(--bg-200);
    color: var(--ink-700);
    font-size: 12.5px;
    font-weight: var(--w-strong);
    line-height: 1.5;
    white-space: nowrap;
  }
  .pill.green {
    background: var(--green-100);
    color: var(--green-800);
  }
  .pill.amber {
    background: var(--amber-200);
    color: var(--amber-900);
  }
  .pill.blue {
    background: var(--blue-100);
    color: var(--blue-800);
  }
  .pill.red {
    background: var(--red-100);
    color: var(--red-800);
  }
`
