import { css } from 'lit'

export const callingPanelStyles = css`
  :host {
    position: relative;
    display: flex;
    flex-direction: column;
    border-radius: 32px;
    background: var(--wall-panel);
    color: var(--wall-on-panel);
    white-space: nowrap;
  }
  :host([saying]) {
    --wall-on-panel: var(--c-on-call);
    --wall-on-panel-2: var(--wall-on-call-2);
    --wall-window: var(--c-on-call);
    background: none;
    box-shadow:
      0 0 0 8px var(--wall-ring-gap),
      0 0 0 18px var(--c-call);
  }
  :host([saying]) .call {
    background: var(--c-call);
    transition: background-color var(--t-call);
  }
  /* The ring swells twice, then stays still. */
  :host([saying])::after {
    position: absolute;
    inset: -18px;
    border-radius: 50px;
    content: '';
    animation: swell 1.2s ease-out 2;
  }
  @keyframes swell {
    from {
      box-shadow: 0 0 0 0 rgb(255 191 46 / 0.6);
    }
    to {
      box-shadow: 0 0 0 24px rgb(255 191 46 / 0);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host([saying]) {
      box-shadow:
        0 0 0 6px var(--wall-ring-gap),
        0 0 0 18px var(--c-call);
    }
    :host([saying])::after {
      animation: none;
    }
  }
  h2 {
    font-size: 56px;
    font-weight: var(--w-strong);
    line-height: 72px;
  }
  h2 span {
    margin-left: 4px;
    color: var(--wall-on-panel-2);
    font-size: 40px;
    font-weight: var(--w-label);
  }
  .call {
    position: relative;
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
    border-radius: 32px 32px 0 0;
  }
  .call h2 {
    position: absolute;
    top: var(--panel-head, 38px);
    left: 50px;
  }
  .call .to {
    right: 54px;
    left: auto;
    width: 224px;
    text-align: center;
  }
  .numbers {
    display: flex;
    flex: 1;
    align-items: center;
    padding: var(--panel-drop, 98px) 46px 0 42px;
    font-size: var(--size);
    font-weight: var(--w-number);
    letter-spacing: var(--track-number);
    line-height: 1;
  }
  .numbers ui-icon {
    --icon-stroke: 2.4;
    flex: 1;
    height: 108px;
  }
  .counter {
    min-width: 240px;
    color: var(--wall-window);
    text-align: center;
  }
  .foot {
    display: flex;
    flex: none;
    align-items: center;
    box-sizing: border-box;
    height: var(--panel-foot, 176px);
    padding: 0 48px 0 50px;
    border-radius: 0 0 32px 32px;
    background: var(--wall-panel-foot);
    color: var(--white);
  }
  h3 {
    margin-right: 12px;
    color: var(--wall-on-panel-2);
    font-size: 50px;
    font-weight: var(--w-strong);
  }
  .foot ticket-number {
    --number-weight: var(--w-strong);
    margin-left: 44px;
    font-size: var(--size);
  }
  .none {
    margin-left: 44px;
    font-size: 50px;
  }
  .caption {
    background: var(--wall-night);
  }
  .caption > ui-icon {
    margin-right: 26px;
    font-size: 70px;
  }
  .caption p {
    flex: 1;
    overflow: hidden;
    font-size: var(--size);
    font-weight: var(--w-strong);
    text-overflow: ellipsis;
  }
  .caption b {
    color: var(--c-call);
    font-weight: var(--w-strong);
  }
  .caption span {
    margin-right: 22px;
    font-size: 42px;
  }
  .nobody {
    display: flex;
    flex: 1;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 20px;
  }
  .nobody ui-icon {
    color: var(--wall-on-panel-2);
    font-size: 120px;
  }
  .nobody h2 {
    font-size: 80px;
    line-height: 1.3;
  }
  .nobody p {
    color: var(--wall-on-panel-2);
    font-size: 44px;
  }
`
