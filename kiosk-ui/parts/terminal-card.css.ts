import { css } from 'lit'
import { cards } from '#ui-kit/styles/cards.ts'
import { kiosk } from '../styles.ts'

export const terminalCard = [
  ...kiosk,
  cards,
  css`
    :host {
      --tile: 104px;
      --tile-radius: 28px;
      --c-tile: var(--green-700);
      --c-on-tile: var(--white);
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }
    .card {
      display: grid;
      grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
      gap: 32px;
      padding: 42px;
      border: 4px solid var(--c-select);
      border-radius: 40px;
      box-shadow: var(--e2);
    }
    .head {
      display: flex;
      align-items: center;
      gap: 26px;
    }
    h2 {
      flex: 1;
      min-width: 0;
      font-size: 50px;
      line-height: 1.25;
      text-wrap: balance;
    }
    .card:lang(en) h2 {
      font-size: 40px;
    }
    .card h2.long {
      font-size: 38px;
    }
    .card:lang(en) h2.long {
      font-size: 34px;
    }
    .line {
      display: flex;
      flex: none;
      align-items: center;
      gap: 16px;
      padding: 16px 26px;
      border-radius: 20px;
      background: var(--bg-200);
      color: var(--ink-800);
      font-size: 30px;
      font-weight: var(--w-strong);
      white-space: nowrap;
      --icon-stroke: 2.2;
    }
    .line.free {
      background: var(--green-100);
      color: var(--green-800);
    }
    .card:lang(en) .line {
      font-size: 28px;
    }
    .place {
      display: flex;
      align-items: center;
      gap: 40px;
      padding: 24px 48px;
      border-radius: 28px;
      background: var(--bg-100);
    }
    .place ui-icon {
      flex: none;
      color: var(--green-700);
      font-size: 116px;
    }
    .place p {
      min-width: 0;
      text-wrap: balance;
    }
    .place small {
      display: block;
      color: var(--ink-700);
      font-size: 32px;
      line-height: 1.5;
    }
    .place b {
      font-size: 64px;
      line-height: 1.25;
    }
    .card:lang(en) .place b {
      font-size: 52px;
    }
    .card .place b.long {
      font-size: 44px;
    }
    .card:lang(en) .place b.long {
      font-size: 40px;
    }
    @media (orientation: landscape) {
      :host {
        --tile: 72px;
        --tile-radius: 20px;
      }
      .card {
        gap: 18px;
        padding: 26px 32px 30px;
        border-radius: 30px;
      }
      .head {
        gap: 18px;
      }
      h2 {
        font-size: 34px;
      }
      .card:lang(en) h2 {
        font-size: 28px;
      }
      .card h2.long,
      .card:lang(en) h2.long {
        font-size: 24px;
      }
      .line,
      .card:lang(en) .line {
        gap: 10px;
        padding: 11px 18px;
        border-radius: 16px;
        font-size: 22px;
      }
      .place {
        gap: 22px;
        padding: 12px 28px;
        border-radius: 20px;
      }
      .place ui-icon {
        font-size: 56px;
      }
      .place small {
        font-size: 20px;
      }
      .place b {
        font-size: 34px;
      }
      .card:lang(en) .place b {
        font-size: 28px;
      }
      .card .place b.long,
      .card:lang(en) .place b.long {
        font-size: 25px;
      }
    }
  `,
]
