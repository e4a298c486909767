import { css } from 'lit'
import { motion } from '#ui-kit/styles/motion.ts'
import { kiosk } from '../styles.ts'

/** Portrait: nothing above y 640 can be touched, so the title and the panel stand there. */
export const services = [
  ...kiosk,
  motion,
  css`
    :host {
      display: grid;
      grid-template: 120px minmax(0, 1fr) 184px / minmax(0, 1fr);
      height: 100%;
    }
    main {
      display: grid;
      grid-template: 244px 208px 96px minmax(0, 1fr) / minmax(0, 1fr);
      padding: 0 var(--gutter);
    }
    .back {
      --icon-stroke: 2.4;
    }
    .top .back,
    .clock {
      display: none;
    }
    .title {
      padding-top: 48px;
    }
    h1 {
      font-size: 66px;
      line-height: 1.3;
    }
    h1:lang(en) {
      font-size: 52px;
    }
    .title p {
      margin-top: 12px;
      color: var(--c-text-2);
      font-size: 30px;
      line-height: 1.4;
    }
    h1:lang(en) + p {
      font-size: 26px;
    }
    .rows {
      display: grid;
      grid-auto-rows: 152px;
      align-content: start;
      gap: 20px;
    }
    @media (orientation: landscape) {
      :host {
        grid-template: minmax(0, 1fr) 98px / minmax(0, 1fr);
      }
      kiosk-header {
        display: none;
      }
      main {
        grid-template: 128px 80px minmax(0, 1fr) / minmax(0, 1fr);
      }
      .top {
        display: flex;
        align-items: center;
        gap: 28px;
      }
      .top .back {
        display: inline-flex;
      }
      .title {
        flex: 1;
        padding: 0;
      }
      h1 {
        font-size: 38px;
      }
      h1:lang(en) {
        font-size: 34px;
      }
      .title p,
      h1:lang(en) + p {
        margin-top: 2px;
        font-size: 20px;
      }
      .clock {
        display: block;
        font-size: 36px;
        font-weight: var(--w-strong);
      }
      group-facts {
        grid-area: 2 / 1;
      }
      refusal-notice {
        z-index: 1;
        grid-area: 2 / 1;
      }
      .rows {
        grid-area: 3 / 1;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        grid-auto-rows: 140px;
        gap: 16px 18px;
        padding-top: 20px;
      }
    }
  `,
]
