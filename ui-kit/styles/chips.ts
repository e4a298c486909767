import { css } from 'lit'

/**
 * Chips: `.chip` is a choice (`role="checkbox"` or `radio` with `aria-checked`, or `aria-pressed`);
 * its icon turns from a circle to a check, so the tint is not the only sign. `.tag` is a small word
 * beside a text: plain green, `.amber`, `.blue` or `.grey`.
 *
 * Custom properties: `--chip-height`, `--chip-size` (text).
 */
export const chips = css`
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.55em;
    min-height: var(--chip-height, 44px);
    padding: 0 1em 0 0.9em;
    border: 2px solid var(--c-control);
    border-radius: 999px;
    background: var(--c-card);
    color: var(--ink-800);
    font-size: var(--chip-size, 16px);
    line-height: 1.25;
    transition: background-color var(--t-fast) ease-out;
  }
  .chip:active {
    background: var(--bg-200);
  }
  .chip:is([aria-checked='true'], [aria-pressed='true']) {
    border-color: transparent;
    background: var(--c-select);
    color: var(--c-on-primary);
    font-weight: var(--w-strong);
  }
  .chip ui-icon {
    font-size: 1.15em;
  }
  .tag {
    display: inline-block;
    padding: 0.15em 0.6em;
    border-radius: 0.4em;
    background: var(--green-100);
    color: var(--green-800);
    font-size: var(--tag-size, 12px);
    font-weight: var(--w-strong);
    line-height: 1.5;
    white-space: nowrap;
  }
  .tag.amber {
    background: var(--amber-200);
    color: var(--amber-900);
  }
  .tag.blue {
    background: var(--blue-100);
    color: var(--blue-800);
  }
  .tag.grey {
    background: var(--bg-200);
    color: var(--ink-700);
  }
`
