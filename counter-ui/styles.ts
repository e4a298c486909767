import { css } from 'lit'

/**
 * What all pages of the counter share: a column of cards that fills the panel, with what Enter
 * presses at its end. The column scrolls only where the panel is lower than the screens it is for.
 */
export const pageStyles = css`
  :host {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 12px;
    min-height: 0;
    --card-inset: 18px;
  }
  .row {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: minmax(0, 1fr);
    gap: 10px;
  }
  .spread {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 12px;
  }
  .grow {
    flex: 1;
    min-height: 0;
  }
  .small {
    color: var(--c-text-2);
    font-size: 13px;
  }
  .hint {
    font-size: 13.5px;
    line-height: 1.45;
  }
  h2 {
    font-size: 15px;
  }
  /* Between cards and buttons whatever is free, so that the hands find Enter in one place. */
  .free {
    flex: 1;
  }
`

/** A card whose coloured upper edge says in what state the customer is; a word says it too. */
export const edgeStyles = css`
  .edged {
    position: relative;
    overflow: hidden;
    padding-block-start: 24px;
  }
  .edged::before {
    content: '';
    position: absolute;
    inset: -1px -1px auto;
    height: 6px;
    background: var(--edge, var(--green-600));
  }
  .edged.called {
    --edge: var(--c-call);
  }
  .edged.late {
    --edge: var(--c-warn-mark);
  }
`

/** The page beside the queue on wide screens: the customer, two panels, a row of buttons. */
export const wideStyles = css`
  :host([wide]) {
    gap: 16px;
  }
  .panels {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 16px;
    min-height: 0;
  }
  .acts {
    display: grid;
    grid-auto-columns: minmax(0, 1fr);
    grid-auto-flow: column;
    gap: 12px;
  }
`
