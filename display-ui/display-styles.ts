import { css } from 'lit'

/** Where the parts of the wall stand, at 1920 × 1080; the whole is scaled to the screen. */
export const displayStyles = css`
  :host {
    display: block;
    height: 100%;
    overflow: hidden;
    background: var(--wall-page);
  }
  main {
    position: relative;
    display: grid;
    grid-template:
      'head head head head' 116px
      'top top top top' 24px
      '. panel list .' 616px
      'low low low low' 22px
      '. wait wait .' 194px
      'end end end end' 16px
      'news news news news' 92px
      / 40px 1130px 710px 40px;
    width: 1920px;
    height: 1080px;
    overflow: hidden;
    background: var(--wall-page);
    color: var(--wall-text);
    transform: translate(var(--stage-x), var(--stage-y)) scale(var(--stage-scale));
    transform-origin: 0 0;
    cursor: none;
  }
  wall-header {
    grid-area: head;
  }
  calling-panel {
    z-index: 1;
    grid-area: panel;
  }
  window-list {
    grid-area: list;
    margin-left: 24px;
  }
  waiting-strip {
    grid-area: wait;
  }
  notice-bar {
    grid-area: news;
  }
  wall-message {
    grid-area: panel / panel / news / list;
    margin-bottom: 40px;
  }
  .whole wall-message {
    grid-area: head / 1 / news / -1;
    margin: 0;
    border-radius: 0;
  }

  /* The strip of an old view takes its height from the numbers, not from their place. */
  stale-strip {
    grid-area: panel / panel / panel / list;
    align-self: start;
    height: 108px;
    margin-top: -4px;
  }
  :host([stale]) :is(calling-panel, window-list) {
    margin-top: 124px;
  }
  :host([stale]) calling-panel {
    --panel-head: 22px;
    --panel-drop: 78px;
    --panel-foot: 132px;
  }

  .sound {
    position: absolute;
    top: 132px;
    left: 50%;
    z-index: 2;
    display: flex;
    align-items: center;
    gap: 24px;
    padding: 20px 48px;
    border: 4px solid var(--c-call);
    border-radius: 48px;
    background: var(--wall-night);
    color: var(--white);
    font-size: 48px;
    font-weight: var(--w-strong);
    white-space: nowrap;
    translate: -50%;
  }
  .sound ui-icon {
    color: var(--c-call);
    font-size: 56px;
  }
`
