import { css } from 'lit'
import { kiosk } from '../styles.ts'

/** Portrait: one column. Landscape: what and when at the left, what to do at the right. */
export const closedPage = [
  ...kiosk,
  css`
    :host {
      display: grid;
      grid-template-rows: 120px minmax(0, 1fr) 184px;
      height: 100%;
      background: var(--surface-night);
      color: var(--white);
    }
    main {
      display: grid;
      align-content: center;
      gap: 56px;
      padding: 0 72px;
    }
    .what {
      text-align: center;
    }
    .moon {
      display: inline-grid;
      place-items: center;
      width: 152px;
      height: 152px;
      border-radius: 50%;
      background: #ffffff17;
      color: var(--amber-300);
      font-size: 88px;
    }
    h1 {
      margin-top: 40px;
      font-size: 80px;
      line-height: 1.25;
    }
    h1:lang(en) {
      font-size: 68px;
    }
    .gloss {
      margin-top: 16px;
      color: var(--green-200);
      text-wrap: balance;
      font-size: 36px;
      line-height: 1.4;
    }
    .opening {
      padding: 40px 52px 44px;
      border-radius: 40px;
      background: var(--c-card);
      color: var(--c-text);
    }
    .opening h2 {
      color: var(--c-text-2);
      font-size: 32px;
      font-weight: var(--w-text);
    }
    .when {
      margin-top: 4px;
      color: var(--green-800);
      font-size: 78px;
      font-weight: var(--w-number);
      line-height: 1.3;
    }
    .when:lang(en) {
      font-size: 68px;
    }
    .when::first-letter {
      text-transform: uppercase;
    }
    .still {
      display: flex;
      align-items: center;
      gap: 20px;
      margin-top: 28px;
      padding-top: 28px;
      border-top: 2px solid var(--line-200);
      color: var(--ink-800);
      font-size: 32px;
      line-height: 1.4;
    }
    .still ui-icon {
      color: var(--green-700);
      font-size: 44px;
    }
    .possible h2 {
      font-size: 40px;
    }
    .row {
      --tile: 84px;
      --tile-radius: 22px;
      --c-tile: #ffffff17;
      --c-on-tile: var(--green-300);
      display: flex;
      align-items: center;
      gap: 30px;
      min-height: 152px;
      margin-top: 22px;
      padding: 20px 36px;
      border: 2px solid #ffffff26;
      border-radius: 30px;
      background: #ffffff14;
    }
    .row h3 {
      font-size: 38px;
      line-height: 1.3;
    }
    .row p {
      color: var(--green-200);
      font-size: 28px;
      line-height: 1.4;
    }
    .hotline {
      margin-inline-start: auto;
      font-size: 42px;
      white-space: nowrap;
    }
    @media (orientation: landscape) {
      :host {
        grid-template-rows: 84px minmax(0, 1fr) 98px;
      }
      main {
        grid-template: auto auto / minmax(0, 560fr) minmax(0, 620fr);
        gap: 28px 40px;
        padding: 0 28px;
      }
      .what {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 2px 24px;
        align-items: center;
        align-self: end;
        text-align: start;
      }
      .moon {
        grid-row: 1 / 3;
        width: 104px;
        height: 104px;
        font-size: 60px;
      }
      h1,
      h1:lang(en) {
        margin: 0;
        font-size: 44px;
      }
      h1:only-of-type:last-child {
        grid-row: 1 / 3;
      }
      .gloss {
        margin: 0;
        font-size: 20px;
      }
      .opening {
        align-self: start;
        padding: 30px 36px 32px;
        border-radius: 28px;
      }
      .opening h2 {
        font-size: 22px;
      }
      .when {
        font-size: 54px;
      }
      .when:lang(en) {
        font-size: 42px;
      }
      .still {
        margin-top: 20px;
        padding-top: 20px;
        font-size: 22px;
      }
      .possible {
        grid-area: 1 / 2 / 3 / 3;
      }
      .possible h2 {
        font-size: 28px;
      }
      .row {
        --tile: 60px;
        --tile-radius: 18px;
        gap: 20px;
        min-height: 112px;
        margin-top: 16px;
        padding: 14px 24px;
        border-radius: 22px;
      }
      .row h3 {
        font-size: 25px;
      }
      .row p {
        font-size: 20px;
      }
      .hotline {
        font-size: 28px;
      }
    }
  `,
]
