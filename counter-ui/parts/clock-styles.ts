import { css } from 'lit'

/** The two clocks of a customer: a big time, words beside it, a bar, and what its ends mean. */
export const clockStyles = css`
  .top {
    display: flex;
    align-items: baseline;
    gap: 10px;
    margin-block-end: 10px;
    color: var(--c-text);
    font-size: 13.5px;
  }
  .time {
    font-size: 46px;
    font-weight: var(--w-strong);
    line-height: 0.9;
  }
  .beside {
    flex: 1;
    line-height: 1.3;
  }
  .target {
    color: var(--ink-700);
    text-align: end;
    white-space: nowrap;
  }
  .target strong {
    color: var(--c-text);
    font-size: 16px;
  }
  .under {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    margin-block-start: 8px;
    color: var(--ink-700);
    font-size: 12.5px;
  }
  :host([wide]) .top {
    flex-wrap: wrap;
    font-size: 14.5px;
  }
  :host([wide]) .time {
    width: 100%;
    margin-block-end: 10px;
    font-size: 70px;
  }
  :host([wide]) .under {
    font-size: 13.5px;
  }
`
