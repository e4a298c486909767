import { css } from 'lit'

/** Looks of `<pick-list>`: rows as cards, the picked one by edge, tint and check. */
export const pickListStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 12px;
    min-height: 0;
  }
  .top {
    display: flex;
    gap: 10px;
  }
  .search {
    display: flex;
    flex: 1;
    min-width: 0;
    align-items: center;
    gap: 10px;
    padding: 0 14px;
    border: 1px solid var(--c-control);
    border-radius: 14px;
    background: var(--c-card);
    color: var(--ink-700);
    font-size: 20px;
  }
  .search input {
    flex: 1;
    min-width: 0;
    height: 46px;
    border: 0;
    background: none;
    color: var(--c-text);
    font-size: 15px;
    outline: none;
  }
  .search input::placeholder {
    color: var(--ink-500);
    opacity: 1;
  }
  .search:focus-within {
    outline: 3px solid var(--c-focus);
    outline-offset: 2px;
  }
  .none {
    color: var(--ink-700);
    font-size: 14px;
  }
  .room {
    flex: 1;
    min-height: 0;
  }
  /* A whole number of rows, where none is higher than usual: none is cut in half. */
  .list {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(330px, 1fr));
    align-content: start;
    gap: 10px;
    height: calc(
      round(down, 100% + var(--edge, 10px), var(--step, 78px)) + 10px - var(--edge, 10px)
    );
    margin: -5px;
    padding: 5px;
    overflow-y: auto;
  }
  label {
    position: relative;
    display: flex;
    flex: none;
    align-items: center;
    gap: 14px;
    min-height: 68px;
    padding: 6px 14px;
    border: 1px solid var(--c-edge);
    border-radius: 14px;
    background: var(--c-card);
    box-shadow: var(--e1);
    cursor: pointer;
  }
  label:hover {
    background: var(--bg-50);
  }
  label input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  label:has(:focus-visible) {
    outline: 3px solid var(--c-focus);
    outline-offset: 2px;
  }
  .picked,
  .picked:hover {
    border-color: var(--c-select);
    background: var(--c-select-bg);
    box-shadow: inset 0 0 0 1px var(--c-select);
  }
  .tile {
    display: grid;
    flex: none;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 11px;
    background: var(--bg-100);
    color: var(--ink-800);
    font-size: 24px;
  }
  .picked .tile {
    background: var(--c-primary);
    color: var(--c-on-primary);
  }
  .text {
    display: grid;
    flex: 1;
    min-width: 0;
    line-height: 1.3;
  }
  .over,
  .under {
    color: var(--ink-700);
    font-size: 12.5px;
  }
  .text strong {
    font-size: 16.5px;
    line-height: 1.3;
  }
  .check {
    color: var(--c-select);
    font-size: 26px;
  }
  :host([compact]) .list {
    --edge: 6px;
    --step: 50px;
    gap: 6px;
  }
  :host([compact]) label {
    min-height: 44px;
    padding-block: 4px;
    border-radius: 12px;
  }
  :host([compact]) .text {
    grid-template-columns: 68px 1fr;
    align-items: baseline;
  }
  :host([compact]) .under {
    font-size: 14px;
  }
`
