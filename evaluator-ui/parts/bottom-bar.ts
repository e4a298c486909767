import { css } from 'lit'

/** The foot of a page: what leads on stands right, everything else left. */
export const bottomBar = css`
  .bottom {
    display: flex;
    align-items: center;
    gap: 18px;
    min-height: 96px;
  }
  .bottom .button {
    --button-size: 23px;
    --button-inset: 26px;
  }
  .bottom .primary {
    --button-size: 30px;
    min-width: 480px;
    margin-left: auto;
  }
  .bottom ui-icon {
    font-size: 1.15em;
  }
`
