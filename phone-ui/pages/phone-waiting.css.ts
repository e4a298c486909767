import { css } from 'lit'
import { phone } from '../styles.ts'

export const waiting = [
  ...phone,
  css`
    .ticket {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: 16px;
      margin-top: 18px;
    }
    .service {
      text-align: end;
      font-size: 14px;
    }
    .name {
      font-size: 17px;
      font-weight: var(--w-strong);
      line-height: 1.4;
    }
    .class {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      margin-top: 10px;
      padding: 4px 12px;
      border-radius: 10px;
      background: #ffffff29;
      font-size: 15px;
      font-weight: var(--w-strong);
    }
    .class ui-icon {
      font-size: 17px;
    }
    .status {
      display: flex;
      justify-content: space-between;
      margin-top: 16px;
      font-size: 14px;
    }
    .state::before {
      content: '';
      display: inline-block;
      width: 10px;
      height: 10px;
      margin-inline-end: 8px;
      border-radius: 50%;
      background: var(--amber-400);
    }
    .facts {
      display: flex;
      justify-content: space-between;
      gap: 12px;
    }
    .end {
      text-align: end;
    }
    dt {
      color: var(--ink-700);
      font-size: 15px;
    }
    dd {
      font-size: 46px;
      line-height: 1.15;
      white-space: nowrap;
    }
    dd b {
      font-weight: var(--w-number);
      letter-spacing: -0.03em;
    }
    dd small {
      margin-inline-start: 4px;
      font-size: 20px;
      font-weight: var(--w-strong);
    }
    dd.words {
      font-size: 24px;
      font-weight: var(--w-strong);
      line-height: 2.2;
    }
    dd.words b {
      letter-spacing: 0;
    }
    .hint {
      margin-top: 8px;
      font-size: 14px;
    }
    queue-line {
      margin-top: 14px;
      padding-top: 14px;
      border-top: 1px solid var(--c-edge);
    }
    before-line {
      display: block;
      margin-top: 12px;
    }
    .lost {
      display: grid;
      justify-items: center;
      gap: 8px;
      padding: 16px 8px;
      color: var(--ink-700);
      font-size: 15px;
      text-align: center;
    }
    .lost ui-icon {
      color: var(--amber-700);
      font-size: 44px;
    }
    .lost .name {
      color: var(--ink-900);
    }
    h2 {
      font-size: 16px;
    }
    li {
      display: flex;
      gap: 12px;
      align-items: center;
      margin-top: 10px;
      font-size: 15px;
    }
    li ui-icon {
      color: var(--green-700);
      font-size: 22px;
    }
    .leave {
      --button-height: 52px;
      justify-self: center;
      min-width: 180px;
      background: none;
      font-size: 16px;
      font-weight: var(--w-label);
    }
  `,
]
