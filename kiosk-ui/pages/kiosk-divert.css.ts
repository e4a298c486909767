import { css } from 'lit'
import { motion } from '#ui-kit/styles/motion.ts'
import { kiosk } from '../styles.ts'

/** The offer of a terminal and the way to it: the same places, so that nothing jumps between them. */
export const divert = [
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
      /* The room of a refusal is given to long names while there is none. */
      grid-template:
        124px 190px minmax(min-content, 100px) minmax(min-content, 1fr)
        284px / minmax(0, 1fr);
      padding: 0 var(--gutter) 56px;
    }
    .top .back,
    .clock {
      display: none;
    }
    .top {
      align-self: end;
      padding-bottom: 10px;
    }
    .chosen {
      display: flex;
      align-items: center;
      gap: 20px;
      color: var(--c-text-2);
      font-size: 32px;
      line-height: 1.3;
    }
    .chosen ui-icon {
      flex: none;
      font-size: 38px;
    }
    h1 {
      font-size: 70px;
      line-height: 1.24;
    }
    h1 b {
      color: var(--green-800);
      font-weight: inherit;
    }
    main:lang(en) h1 {
      font-size: 56px;
      text-wrap: balance;
    }
    refusal-notice {
      padding-block: 10px;
    }
    take-anyway {
      margin-top: 44px;
    }
    .there {
      display: grid;
      gap: 40px;
    }
    dl {
      display: grid;
      grid-template-columns: 1fr 1fr;
    }
    dl > div + div {
      padding-inline-start: 36px;
      border-inline-start: 2px solid var(--line-300);
    }
    dt {
      color: var(--ink-700);
      font-size: 28px;
      line-height: 1.4;
    }
    dd {
      font-size: 52px;
      font-weight: var(--w-strong);
      line-height: 1.3;
    }
    main:lang(en) dd {
      font-size: 44px;
    }
    .ask {
      display: flex;
      align-items: center;
      gap: 22px;
      min-height: 107px;
      font-size: 48px;
      font-weight: var(--w-strong);
      line-height: 1.25;
    }
    main:lang(en) .ask {
      font-size: 42px;
    }
    .ask ui-icon {
      flex: none;
      color: var(--green-700);
      font-size: 54px;
    }
    .primary {
      --button-height: 144px;
      --button-radius: 32px;
      --button-gap: 26px;
      --icon-stroke: 2.2;
      width: 100%;
      font-size: 48px;
    }
    .left {
      font-size: 30px;
      font-weight: var(--w-label);
      white-space: nowrap;
    }
    @media (orientation: landscape) {
      :host {
        grid-template: minmax(0, 1fr) 98px / minmax(0, 1fr);
      }
      kiosk-header {
        display: none;
      }
      main {
        grid-template: 104px 88px minmax(0, 1fr) / minmax(0, 1fr) 452px;
        column-gap: 24px;
        padding-bottom: 24px;
      }
      .top {
        display: flex;
        grid-area: 1 / 1 / 2 / 3;
        align-items: center;
        align-self: center;
        gap: 28px;
        padding: 0;
      }
      .top .back {
        display: inline-flex;
        flex: none;
        --icon-stroke: 2.4;
      }
      .chosen {
        flex: 1;
        gap: 14px;
        min-width: 0;
        font-size: 25px;
      }
      .chosen ui-icon {
        font-size: 30px;
      }
      .clock {
        display: block;
        font-size: 36px;
        font-weight: var(--w-strong);
      }
      h1 {
        grid-area: 2 / 1 / 3 / 3;
        font-size: 46px;
      }
      main:lang(en) h1 {
        font-size: 40px;
      }
      refusal-notice {
        z-index: 1;
        grid-area: 2 / 1 / 3 / 3;
        height: 72px;
        padding: 0;
      }
      refusal-notice[shown] {
        background: var(--c-page);
      }
      terminal-card {
        grid-area: 3 / 1;
      }
      take-anyway {
        grid-area: 3 / 2;
        margin: 0;
      }
      .there {
        gap: 18px;
      }
      dl > div + div {
        padding-inline-start: 24px;
      }
      dt {
        font-size: 20px;
      }
      dd,
      main:lang(en) dd {
        font-size: 28px;
      }
      .ask,
      main:lang(en) .ask {
        gap: 16px;
        min-height: 64px;
        font-size: 28px;
      }
      .ask ui-icon {
        font-size: 36px;
      }
      .primary {
        --button-height: 92px;
        --button-radius: 26px;
        --button-gap: 18px;
        font-size: 32px;
      }
      .left {
        font-size: 22px;
      }
    }
  `,
]
