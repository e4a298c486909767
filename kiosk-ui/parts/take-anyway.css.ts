import { css } from 'lit'
import { cards } from '#ui-kit/styles/cards.ts'
import { kiosk } from '../styles.ts'

export const takeAnyway = [
  ...kiosk,
  cards,
  css`
    :host {
      --tile: 104px;
      --tile-radius: 24px;
      --c-tile: var(--bg-100);
      --c-on-tile: var(--ink-800);
      display: grid;
      grid-template-columns: minmax(0, 1fr);
    }
    .card {
      display: flex;
      align-items: center;
      gap: 28px;
      width: 100%;
      padding: 20px 40px;
      border: 2px solid var(--c-control);
      border-radius: 40px;
    }
    .what {
      flex: 1;
      min-width: 0;
    }
    .name {
      display: block;
      font-size: 48px;
      line-height: 1.3;
      text-wrap: balance;
    }
    .card:lang(en) .name {
      font-size: 38px;
    }
    .line {
      display: block;
      margin-top: 6px;
      color: var(--ink-700);
      font-size: 31px;
      line-height: 1.4;
    }
    .line b {
      color: var(--ink-900);
    }
    .part {
      white-space: nowrap;
    }
    .part:not(:last-child)::after {
      content: ' ·';
    }
    .end {
      font-size: 40px;
      --icon-stroke: 2.4;
    }
    .take {
      display: none;
    }
    .spinner {
      animation: turn 0.9s linear infinite;
    }
    .card[aria-busy='true'] {
      border-color: var(--c-select);
      background: var(--c-select-bg);
    }
    @media (orientation: landscape) {
      :host {
        --tile: 56px;
        --tile-radius: 16px;
      }
      .card {
        flex-direction: column;
        align-items: stretch;
        gap: 18px;
        padding: 30px 32px;
        border-radius: 30px;
      }
      .name {
        margin-bottom: 14px;
        font-size: 32px;
      }
      .card:lang(en) .name {
        font-size: 30px;
      }
      .line {
        font-size: 24px;
      }
      .part {
        display: block;
      }
      .part + .part {
        margin-top: 6px;
      }
      .part:not(:last-child)::after {
        content: none;
      }
      .end {
        display: flex;
        align-items: center;
        justify-content: space-between;
        color: var(--green-800);
        font-size: 30px;
      }
      .take {
        display: inline;
        font-size: 27px;
        font-weight: var(--w-strong);
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .spinner {
        animation: none;
      }
    }
  `,
]
