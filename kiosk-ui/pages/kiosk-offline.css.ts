import { css } from 'lit'
import { kiosk } from '../styles.ts'

export const offlinePage = [
  ...kiosk,
  css`
    :host {
      display: grid;
      grid-template-rows: 120px minmax(0, 1fr) 184px;
      height: 100%;
      background: var(--c-page);
    }
    main {
      display: grid;
      grid-template-rows: 1fr auto auto;
      gap: 60px;
      padding: 40px 72px 72px;
    }
    .what {
      align-self: center;
      text-align: center;
    }
    .cloud {
      display: inline-grid;
      place-items: center;
      width: 216px;
      height: 216px;
      border-radius: 50%;
      background: var(--amber-100);
      color: var(--amber-700);
      font-size: 124px;
    }
    h1 {
      margin-top: 44px;
      font-size: 84px;
      line-height: 1.25;
    }
    .gloss {
      margin-top: 20px;
      color: var(--c-text-2);
      font-size: 35px;
      line-height: 1.4;
    }
    .todo {
      padding: 60px 60px 68px;
      border: 2px solid var(--c-edge);
      border-radius: 40px;
      background: var(--c-card);
      box-shadow: var(--e2);
    }
    .todo h2 {
      font-size: 44px;
    }
    .step {
      display: flex;
      align-items: center;
      gap: 32px;
      margin-top: 44px;
      text-wrap: balance;
    }
    .no {
      display: grid;
      flex: none;
      place-items: center;
      width: 72px;
      height: 72px;
      border-radius: 50%;
      background: var(--c-primary);
      color: var(--c-on-primary);
      font-size: 36px;
      font-weight: var(--w-strong);
    }
    .step h3 {
      font-size: 43px;
      line-height: 1.35;
    }
    .step:lang(en) h3 {
      font-size: 38px;
    }
    .step p {
      color: var(--c-text-2);
      font-size: 31px;
      line-height: 1.4;
    }
    .line {
      display: flex;
      align-items: center;
      gap: 26px;
      min-height: 144px;
      padding: 20px 36px;
      border-radius: 28px;
      background: var(--bg-200);
      color: var(--ink-700);
      font-size: 30px;
      line-height: 1.4;
    }
    .turning {
      flex: none;
      width: 60px;
      height: 60px;
      border: 7px solid var(--line-300);
      border-top-color: var(--c-primary);
      border-radius: 50%;
      animation: turn 1.2s linear infinite;
    }
    .repair {
      margin-inline-start: auto;
      font-size: 26px;
      text-align: end;
      white-space: nowrap;
    }
    @media (orientation: landscape) {
      :host {
        grid-template-rows: 84px minmax(0, 1fr) 98px;
      }
      main {
        grid-template: minmax(0, 1fr) auto / minmax(0, 1fr) minmax(0, 1fr);
        gap: 28px 40px;
        padding: 32px 28px 28px;
      }
      .cloud {
        width: 116px;
        height: 116px;
        font-size: 68px;
      }
      h1 {
        margin-top: 26px;
        font-size: 44px;
      }
      .gloss {
        margin-top: 10px;
        font-size: 22px;
      }
      .todo {
        align-self: center;
        padding: 36px 40px 42px;
        border-radius: 28px;
      }
      .todo h2 {
        font-size: 30px;
      }
      .step {
        gap: 22px;
        margin-top: 28px;
      }
      .no {
        width: 54px;
        height: 54px;
        font-size: 27px;
      }
      .step h3,
      .step:lang(en) h3 {
        font-size: 27px;
      }
      .step p {
        font-size: 21px;
      }
      .line {
        grid-column: 1 / 3;
        min-height: 104px;
        padding: 14px 32px;
        border-radius: 22px;
        font-size: 21px;
      }
      .turning {
        width: 46px;
        height: 46px;
        border-width: 6px;
      }
      .repair {
        font-size: 19px;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .turning {
        animation: none;
      }
    }
  `,
]
