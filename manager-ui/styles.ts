import { css } from 'lit'

/**
 * What the pages of the console share: `.head` with the title and the page's acts, `.body` that
 * scrolls, `.columns` of a list and a panel of acts beside it, `.panel` with its `h2`, `.facts`
 * (names and values in two columns).
 */
export const pageStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    --card-inset: 18px;
    --button-height: 38px;
    --button-radius: 10px;
    --button-size: 14px;
    --field-height: 38px;
    --field-size: 14px;
    --chip-height: 32px;
    --chip-size: 13px;
  }
  .button {
    border-width: 1.5px;
  }
  .button.primary {
    box-shadow: none;
  }
  code,
  pre {
    font-family: inherit;
  }
  .head {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    min-height: 64px;
    padding: 12px 24px;
    border-bottom: 1px solid var(--c-edge);
    background: var(--c-card);
  }
  .head h1 {
    font-size: 20px;
  }
  .head .sub {
    color: var(--c-text-2);
    font-size: 13.5px;
  }
  .head .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin-inline-start: auto;
  }
  .body {
    flex: 1;
    min-height: 0;
    padding: 20px 24px 24px;
    overflow-y: auto;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 380px;
    align-items: start;
    gap: 16px;
  }
  .stack {
    display: grid;
    gap: 16px;
    min-width: 0;
  }
  .panel {
    min-width: 0;
    padding: 0;
    overflow: hidden;
  }
  .panel > h2,
  .panel > .title {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 10px;
    padding: 14px 18px 12px;
    font-size: 15px;
  }
  .title h2 {
    font-size: 15px;
  }
  .title small {
    color: var(--c-text-2);
    font-size: 12.5px;
  }
  .title .close {
    margin-inline-start: auto;
  }
  .panel > summary {
    padding: 14px 18px;
    border-radius: 14px;
    font-weight: var(--w-strong);
    cursor: pointer;
  }
  .panel > .inner {
    display: grid;
    gap: 14px;
    padding: 0 18px 18px;
  }
  h2 small {
    color: var(--c-text-2);
    font-size: 12.5px;
    font-weight: var(--w-text);
  }
  .count {
    min-width: 26px;
    padding: 1px 8px;
    border-radius: 999px;
    background: var(--amber-200);
    color: var(--amber-900);
    font-size: 12.5px;
    font-weight: var(--w-strong);
    text-align: center;
  }
  .count.none {
    background: var(--bg-200);
    color: var(--ink-700);
  }
  .facts {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 8px 16px;
    font-size: 13.5px;
  }
  .facts dt {
    color: var(--c-text-2);
  }
  .facts dd {
    font-weight: var(--w-label);
    text-align: end;
    overflow-wrap: anywhere;
  }
  .note {
    color: var(--c-text-2);
    font-size: 12.5px;
    line-height: 1.6;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 10px;
  }
  .small {
    --button-height: 32px;
    --button-size: 13px;
    --button-inset: 0.8em;
  }
  @media (max-width: 1100px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
    .body {
      overflow-y: visible;
    }
  }
`

/** Tables: rows of 46 to 64 px; `tr.due` (4 px bar and tint) needs acting, `tr.chosen` is in the panel. */
export const tableStyles = css`
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 13.5px;
    line-height: 1.4;
  }
  th {
    padding: 9px 10px;
    background: var(--bg-50);
    color: var(--c-text-2);
    font-size: 12.5px;
    font-weight: var(--w-text);
    text-align: start;
    white-space: nowrap;
  }
  td {
    height: 50px;
    padding: 7px 10px;
    border-top: 1px solid var(--c-rule);
  }
  :is(th, td):first-child {
    padding-inline-start: 18px;
  }
  :is(th, td):last-child {
    padding-inline-end: 18px;
  }
  .figure {
    text-align: end;
  }
  td small {
    display: block;
    color: var(--c-text-2);
    font-size: 12px;
  }
  /* What is short stays on one line; names and places give way. */
  .short,
  td small {
    white-space: nowrap;
  }
  td small.long {
    white-space: normal;
  }
  td b {
    font-weight: var(--w-strong);
  }
  tr.due td {
    background: var(--c-warn-bg);
  }
  tr.due td:first-child {
    box-shadow: inset 4px 0 var(--c-warn-mark);
  }
  tr.chosen td {
    background: var(--c-select-bg);
  }
  tr.chosen td:first-child {
    box-shadow: inset 4px 0 var(--c-select);
  }
  /* The name of a row is the button that opens it. */
  .open {
    min-width: 28px;
    min-height: 28px;
    border-radius: 6px;
    color: var(--green-800);
    font-weight: var(--w-strong);
    text-align: start;
    text-decoration: underline;
    text-decoration-color: var(--green-300);
    text-underline-offset: 3px;
  }
  tbody tr:hover td {
    background: var(--bg-50);
  }
  tbody tr:is(.due, .chosen):hover td {
    background: var(--bg-100);
  }
  .late {
    color: var(--c-warn);
    font-weight: var(--w-strong);
  }
  .quiet-word {
    color: var(--c-text-2);
  }
`
