import { css } from 'lit'
import { kiosk } from '../styles.ts'

/** Portrait: torn across, the code below. Landscape: torn down, the code at the right. */
export const ticketCard = [
  ...kiosk,
  css`
    :host {
      --notch: 30px;
      display: grid;
      grid-template: auto 0 auto 1fr / 100%;
      grid-template-areas: 'number' 'tear' 'facts' 'scan';
      overflow: hidden;
      border-radius: 40px;
      background: var(--c-card);
      box-shadow: var(--e3);
      color: var(--c-text);
    }
    .number {
      grid-area: number;
      padding: 38px 56px 46px;
      letter-spacing: 0;
      text-align: center;
    }
    .service {
      font-size: 40px;
      font-weight: var(--w-strong);
      line-height: 1.3;
    }
    .label {
      margin-top: 12px;
      color: var(--c-text-2);
      font-size: 30px;
      font-weight: var(--w-text);
      line-height: 1.4;
    }
    ticket-number {
      display: block;
      margin: 12px 0 24px;
      color: var(--green-800);
      font-size: 256px;
      line-height: 0.95;
    }
    .pills {
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 12px;
    }
    .counters {
      display: inline-flex;
      align-items: center;
      gap: 20px;
      min-height: 74px;
      padding: 8px 32px;
      border-radius: 22px;
      background: var(--green-100);
      color: var(--green-800);
      font-size: 36px;
      font-weight: var(--w-strong);
      line-height: 1.2;
    }
    .own {
      background: var(--amber-100);
      color: var(--amber-800);
    }
    .tear {
      position: relative;
      grid-area: tear;
      margin: 0 44px;
      border-top: 4px dashed var(--line-300);
    }
    .tear::before,
    .tear::after {
      content: '';
      position: absolute;
      top: calc(-2px - var(--notch));
      width: calc(2 * var(--notch));
      height: calc(2 * var(--notch));
      border-radius: 50%;
      background: var(--surface-hero) fixed;
    }
    .tear::before {
      left: calc(-44px - var(--notch));
    }
    .tear::after {
      right: calc(-44px - var(--notch));
    }
    .facts {
      display: flex;
      grid-area: facts;
      gap: 16px;
      justify-content: space-between;
      padding: 36px 56px 34px;
      white-space: nowrap;
    }
    /* Nobody knows when: two facts stand together. */
    .facts:not(:has(.clock)) {
      gap: 56px;
      justify-content: start;
    }
    .facts > div + div {
      padding-inline-start: 28px;
      border-inline-start: 2px solid var(--line-200);
    }
    dt {
      color: var(--c-text-2);
      font-size: 28px;
      line-height: 1.4;
    }
    dd {
      font-size: 54px;
      line-height: 1.3;
    }
    .words dd,
    .facts:lang(en) .words dd {
      font-size: 38px;
      line-height: 70px;
    }
    .facts:lang(en) dt {
      font-size: 26px;
    }
    .facts:lang(en) dd {
      font-size: 48px;
    }
    small {
      font-size: 0.62em;
      font-weight: var(--w-strong);
    }
    .scan {
      display: flex;
      grid-area: scan;
      gap: 34px;
      align-items: center;
      align-self: start;
      margin: 0 56px 44px;
      padding: 24px 30px;
      border-radius: 28px;
      background: var(--green-50);
    }
    qr-code {
      flex: none;
      width: 300px;
      overflow: hidden;
      border: 2px solid var(--green-200);
      border-radius: 24px;
    }
    .scan-title {
      font-size: 38px;
      font-weight: var(--w-strong);
      line-height: 1.35;
    }
    .scan-hint {
      margin-top: 10px;
      color: var(--ink-700);
      font-size: 29px;
      line-height: 1.5;
    }
    @media (orientation: landscape) {
      :host {
        --notch: 24px;
        grid-template: 1fr auto / minmax(0, 726px) 0 1fr;
        grid-template-areas: 'number tear scan' 'facts tear scan';
        border-radius: 36px;
      }
      .number {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        grid-template-rows: minmax(54px, auto) 1fr;
        align-items: center;
        padding: 40px 54px 0 52px;
        text-align: start;
      }
      .service {
        font-size: 28px;
      }
      .label {
        display: none;
      }
      ticket-number {
        grid-area: 2 / 1 / 3 / 3;
        margin: 0;
        font-size: 240px;
      }
      .pills {
        flex-direction: column;
        grid-area: 1 / 2;
        align-items: end;
        gap: 8px;
      }
      .counters {
        gap: 14px;
        min-height: 54px;
        padding: 4px 20px;
        border-radius: 16px;
        font-size: 24px;
      }
      .tear {
        margin: 24px 0;
        border: 0;
        border-left: 4px dashed var(--line-300);
      }
      .tear::before,
      .tear::after {
        left: calc(-2px - var(--notch));
      }
      .tear::before {
        top: calc(-24px - var(--notch));
      }
      .tear::after {
        top: auto;
        bottom: calc(-24px - var(--notch));
      }
      .facts {
        margin: 0 54px 0 52px;
        padding: 24px 0 32px;
        border-top: 2px solid var(--line-200);
      }
      .facts > div + div {
        padding-inline-start: 22px;
      }
      dt,
      .facts:lang(en) dt {
        font-size: 20px;
      }
      dd {
        font-size: 42px;
      }
      .facts:lang(en) dd {
        font-size: 38px;
      }
      .words dd,
      .facts:lang(en) .words dd {
        font-size: 28px;
        line-height: 54px;
      }
      .scan {
        flex-direction: column;
        gap: 0;
        align-self: center;
        margin: 0;
        padding: 0 24px;
        background: none;
        text-align: center;
      }
      qr-code {
        width: 316px;
        border: 0;
      }
      .scan-title {
        font-size: 30px;
      }
      .scan-hint {
        margin-top: 6px;
        font-size: 21px;
      }
    }
  `,
]
