import { css } from 'lit'
import { kiosk } from './styles.ts'

export const kioskApp = [
  ...kiosk,
  css`
    :host {
      height: 100dvh;
      overflow: hidden;
    }
    .stage {
      height: 100%;
    }
    .connecting {
      display: grid;
      place-content: center;
      justify-items: center;
      gap: 32px;
      height: 100%;
      color: var(--ink-700);
      font-size: 32px;
    }
    .connecting hall-mark {
      --mark: 120px;
      --mark-color: var(--green-700);
    }
  `,
]
