import { css } from 'lit'

/** What every element with text or controls starts from; inside a shadow nothing else reaches. */
export const base = css`
  :host {
    display: block;
  }
  :host,
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  h1,
  h2,
  h3 {
    font-size: inherit;
    font-weight: var(--w-strong);
    line-height: 1.3;
  }
  ul,
  ol {
    list-style: none;
  }
  button,
  input,
  textarea,
  select {
    margin: 0;
    color: inherit;
    font: inherit;
    font-variant-numeric: inherit;
    letter-spacing: inherit;
  }
  button {
    padding: 0;
    border: 0;
    background: none;
    text-align: inherit;
    cursor: pointer;
    touch-action: manipulation;
    user-select: none;
  }
  button,
  a,
  label {
    -webkit-tap-highlight-color: transparent;
    transition: transform var(--t-press);
  }
  /* Set by touch.ts while a finger is on it. */
  [pressed] {
    transform: scale(var(--press-scale, 1));
    filter: brightness(0.94);
  }
  :focus-visible {
    outline: 3px solid var(--c-focus);
    outline-offset: 2px;
  }
  /* On green the blue ring alone is too close to the ground. */
  .on-dark :focus-visible,
  .on-dark:focus-visible {
    box-shadow: 0 0 0 2px var(--white);
    outline-offset: 2px;
  }
  .number {
    font-weight: var(--w-number);
    letter-spacing: var(--track-number);
    line-height: 1;
  }
  /* Inter's tabular figures also widen the hyphen, which words and telephone numbers do not want. */
  .prose {
    font-variant-numeric: normal;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`
