import { css } from 'lit'

/** The frame: head, strips, the page, the day's figures; the whole window and never more. */
export const appStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    height: 100dvh;
    overflow: hidden;
  }
  main {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .body {
    display: flex;
    flex: 1;
    min-height: 0;
    overflow-y: auto;
  }
  .page {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-width: 0;
    min-height: 0;
    padding: 16px;
  }
  .wide {
    display: grid;
    grid-template-columns: 400px minmax(0, 1fr);
    gap: 20px;
    padding: 20px 24px;
    overflow: hidden;
  }
  .wide .page {
    padding: 0;
  }
  .banner {
    font-size: 13.5px;
    line-height: 1.4;
  }
  .banner ui-icon {
    font-size: 20px;
  }
  .raised {
    --toast-bottom: 108px;
  }
  pairing-page {
    flex: 1;
  }
`
