import { css } from 'lit'
import { motion } from '#ui-kit/styles/motion.ts'
import { kiosk } from '../styles.ts'

export const ticketPage = [
  ...kiosk,
  motion,
  css`
    :host {
      display: grid;
      grid-template-rows: 120px minmax(0, 1fr) 184px;
      height: 100%;
      background: var(--surface-hero);
      color: var(--white);
    }
    main {
      display: grid;
      grid-template-rows: auto minmax(0, 1fr) 104px 132px;
      gap: 30px;
      padding: 30px 72px 10px;
    }
    .done {
      text-align: center;
    }
    h1 {
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 30px;
      font-size: 64px;
      line-height: 1.3;
    }
    h1:lang(en) {
      font-size: 56px;
    }
    .done p {
      margin-top: 6px;
      color: var(--green-200);
      font-size: 33px;
      line-height: 1.4;
    }
    .done p:lang(en) {
      font-size: 30px;
    }
    .bring {
      display: flex;
      align-items: center;
      gap: 26px;
      padding: 0 36px;
      border-radius: 28px;
      background: #04372b99;
      font-size: 31px;
      line-height: 1.3;
    }
    .bring ui-icon {
      font-size: 44px;
    }
    .bring b {
      color: var(--amber-300);
    }
    .finish {
      --button-gap: 26px;
      grid-row: 4;
      border: 0;
      border-radius: 32px;
      color: var(--green-800);
      font-size: 44px;
    }
    .left {
      color: var(--ink-600);
      font-size: 32px;
      font-weight: var(--w-label);
      white-space: nowrap;
    }
    .note {
      color: var(--green-200);
      font-size: 30px;
    }
    .note b {
      color: var(--white);
    }
    @media (orientation: landscape) {
      :host {
        grid-template-rows: minmax(0, 1fr) 98px;
      }
      kiosk-header {
        display: none;
      }
      main {
        grid-template: 100px minmax(0, 1fr) / minmax(0, 1fr) auto;
        gap: 0 32px;
        padding: 8px 28px 24px;
      }
      .done {
        align-self: center;
        text-align: start;
      }
      h1,
      h1:lang(en) {
        gap: 14px;
        justify-content: start;
        font-size: 34px;
      }
      .done p,
      .done p:lang(en) {
        margin: 0;
        font-size: 20px;
      }
      ticket-card {
        grid-area: 2 / 1 / 3 / 3;
      }
      .bring {
        grid-area: 1 / 2;
        align-self: center;
        padding: 0;
        background: none;
        font-size: 24px;
        gap: 14px;
      }
      .bring ui-icon {
        font-size: 30px;
      }
      .finish {
        position: absolute;
        inset: auto 252px 22px auto;
        width: 380px;
        border-radius: 26px;
        font-size: 30px;
      }
      .left {
        font-size: 21px;
      }
      .note {
        font-size: 22px;
      }
    }
  `,
]
