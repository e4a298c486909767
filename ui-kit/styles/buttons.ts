import { css } from 'lit'

/**
 * Buttons: `.button` is outlined; `.primary` is the one filled button of a page; `.quiet` is text
 * only (staff screens); `.danger` is for what cannot be taken back.
 *
 * A button that cannot be used now is `aria-disabled="true"`, stays focusable and says why in its
 * label. While its answer is awaited it is `aria-busy="true"`: a spinner shows after 400 ms.
 *
 * Custom properties: `--button-height`, `--button-radius`, `--button-size` (text), `--button-gap`,
 * `--button-inset`; a screen sets them once for its class of device.
 */
export const buttons = css`
  .button {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--button-gap, 0.5em);
    min-height: var(--button-height, 52px);
    padding: 0.25em var(--button-inset, 1em);
    border: 2px solid var(--c-control);
    border-radius: var(--button-radius, 14px);
    background: var(--c-card);
    color: var(--ink-800);
    font-size: var(--button-size, 16px);
    font-weight: var(--w-strong);
    line-height: 1.25;
    text-align: center;
    transition:
      background-color var(--t-fast) ease-out,
      border-color var(--t-fast) ease-out,
      transform var(--t-press);
  }
  .button:hover {
    background: var(--bg-50);
  }
  .button:active {
    background: var(--bg-200);
    transform: scale(var(--press-scale, 1));
  }
  .button.primary {
    border-color: transparent;
    background: var(--c-primary);
    box-shadow: var(--e-primary);
    color: var(--c-on-primary);
  }
  .button.primary:hover {
    background: var(--c-primary-pressed);
  }
  .button.primary:active {
    background: var(--green-900);
  }
  .button.quiet {
    border-color: transparent;
    background: none;
    color: var(--green-800);
  }
  .button.quiet:hover {
    background: var(--c-select-bg);
  }
  .button.danger {
    color: var(--c-danger);
  }
  .button[aria-disabled='true'],
  .button[aria-disabled='true']:is(:hover, :active) {
    border-color: transparent;
    background: var(--c-off);
    box-shadow: none;
    color: var(--c-on-off);
    cursor: default;
    transform: none;
  }
  .button[aria-busy='true']::after {
    content: '';
    position: absolute;
    inset-inline-end: 0.9em;
    width: 1em;
    height: 1em;
    border: 0.14em solid currentColor;
    border-block-start-color: transparent;
    border-radius: 50%;
    opacity: 0;
    animation:
      turn 0.9s linear infinite,
      appear 0s 400ms forwards;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .button[aria-busy='true']::after {
      animation: appear 0s 400ms forwards;
      border-style: dotted;
    }
  }
`
