import { css } from 'lit'

/** `.wide` is said on the portrait panel, `.narrow` in the column of the landscape one. */
export const hero = css`
  :host {
    position: relative;
    display: grid;
    grid-template-rows: 1fr auto;
    overflow: hidden;
    background: var(--surface-hero);
    color: var(--white);
  }
  .greet {
    position: relative;
    z-index: 1;
    max-width: 820px;
    padding: 62px var(--gutter) 0;
  }
  h1 {
    font-size: 78px;
    line-height: 1.22;
    white-space: pre-line;
  }
  h1:lang(en) {
    max-width: 620px;
    font-size: 70px;
  }
  .other {
    margin-top: 22px;
    color: var(--green-200);
    font-size: 34px;
    line-height: 1.4;
  }
  .landscape {
    position: absolute;
    inset: auto 0 98px 0;
    height: 300px;
  }
  .landscape svg {
    display: block;
    width: 100%;
    height: 100%;
  }
  .facts {
    position: relative;
    display: flex;
    align-items: center;
    height: 98px;
    padding: 0 var(--gutter);
    background: #04291fe6;
    font-size: 29px;
    white-space: nowrap;
  }
  .facts:lang(en) {
    font-size: 26px;
  }
  .facts > div {
    order: 3;
    height: 52px;
    padding-inline: 38px;
    border-inline-start: 2px solid #ffffff2e;
    line-height: 52px;
  }
  .facts > .counters {
    order: 1;
    padding-inline-start: 0;
    border: 0;
  }
  .facts > .people {
    order: 2;
  }
  b {
    margin-inline: 4px;
    font-size: 44px;
    line-height: 1;
    vertical-align: -3px;
  }
  .calling ticket-number {
    margin-inline: 6px;
    color: var(--amber-400);
    font-size: 46px;
    vertical-align: -5px;
  }
  .narrow,
  .time,
  hall-mark {
    display: none;
  }
  @media (orientation: landscape) {
    :host {
      grid-template-rows: auto auto auto 1fr 88px;
    }
    hall-mark {
      --mark: 44px;
      display: flex;
      gap: 18px;
      padding: 28px 32px 0 36px;
      font-size: 25px;
      line-height: 1.25;
    }
    .greet {
      padding: 32px 24px 0 32px;
    }
    h1 {
      font-size: 46px;
      line-height: 1.25;
    }
    h1:lang(en) {
      font-size: 38px;
    }
    .other {
      margin-top: 12px;
      font-size: 22px;
    }
    .landscape {
      inset: auto 0 88px 0;
      height: 150px;
    }
    .facts {
      display: block;
      height: auto;
      margin: 24px 32px 0;
      padding: 18px 22px;
      border: 1px solid #ffffff26;
      border-radius: 20px;
      background: #052f24cc;
      white-space: normal;
      font-size: 20px;
      line-height: 1.5;
    }
    .facts:lang(en) {
      font-size: 20px;
    }
    .facts > div {
      height: auto;
      padding: 0;
      border: 0;
      line-height: inherit;
    }
    .facts .wide {
      display: none;
    }
    .facts .narrow {
      display: block;
    }
    .calling > * {
      display: block;
    }
    .calling ticket-number {
      margin: 2px 0 4px;
      font-size: 44px;
    }
    .facts > .calling ~ .narrow {
      margin-top: 10px;
      padding-top: 10px;
      border-top: 1px solid #ffffff2e;
    }
    .time {
      position: relative;
      grid-row: -2;
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: 0 28px 0 36px;
      background: #04291fe6;
      font-size: 19px;
    }
    .clock {
      font-size: 46px;
      font-weight: var(--w-strong);
    }
  }
`
