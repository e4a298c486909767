import { css } from 'lit'

/** How the page stands; how large, in `pairing-sizes.css.ts`. */
export const pairingPage = css`
  :host {
    height: 100%;
    container-type: size;
  }
  .page {
    --notch: #0a5947;
    display: grid;
    grid-template-rows: var(--head) minmax(0, 1fr) auto;
    min-height: 100%;
    background: var(--surface-hero);
    color: var(--white);
    font-size: var(--body);
    word-break: keep-all;
    overflow-wrap: break-word;
    user-select: none;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--gap);
    padding: 0 var(--gutter);
    background: var(--c-card);
    color: var(--c-text);
  }
  hall-mark {
    --mark: 1.5em;
    --mark-color: var(--green-700);
    --gloss-size: var(--gloss);
    min-width: 0;
    font-size: var(--name);
  }
  .kind {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.4em;
    padding: 0.25em 0.75em;
    border-radius: 99px;
    background: var(--c-tile);
    color: var(--c-on-tile);
    font-size: var(--name);
    font-weight: var(--w-strong);
  }
  .middle {
    display: flex;
    flex-direction: column;
    justify-content: safe center;
    gap: var(--gap);
    padding: var(--gap) var(--gutter);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.1em 1em;
  }
  h1 {
    font-size: var(--title);
  }
  .left {
    color: var(--green-200);
  }
  .lost ui-icon {
    margin-inline-end: 0.35em;
    color: var(--amber-400);
  }
  .offline {
    display: flex;
    align-items: center;
    gap: 0.5em;
    padding: 0.2em 0.8em;
    border-radius: 99px;
    background: var(--amber-200);
    color: var(--amber-900);
    font-weight: var(--w-label);
  }
  ol {
    display: grid;
    gap: calc(var(--gap) * 0.7);
  }
  li {
    display: flex;
    align-items: center;
    gap: calc(var(--no) * 0.4);
    line-height: 1.4;
    text-wrap: balance;
  }
  .no {
    display: grid;
    flex: none;
    place-items: center;
    width: var(--no);
    height: var(--no);
    border-radius: 50%;
    background: var(--white);
    color: var(--green-800);
    font-size: calc(var(--no) * 0.52);
    font-weight: var(--w-strong);
  }
  .message {
    display: grid;
    gap: var(--gap);
    justify-items: center;
    text-align: center;
  }
  .message h1 {
    font-size: calc(var(--title) * 1.3);
  }
  .message p {
    max-width: 34em;
    color: var(--green-100);
    font-size: calc(var(--body) * 1.1);
    line-height: 1.5;
    text-wrap: balance;
  }
  .sign {
    display: grid;
    place-items: center;
    width: calc(var(--title) * 3.4);
    height: calc(var(--title) * 3.4);
    border-radius: 50%;
    background: #ffffff1f;
    font-size: calc(var(--title) * 1.9);
  }
  .sign.warn {
    background: var(--amber-200);
    color: var(--amber-900);
  }
  .sign.done {
    background: var(--white);
    color: var(--green-700);
  }
  .message .taken {
    padding: 0.5em 1.1em;
    border-radius: var(--card-radius);
    background: var(--c-card);
    color: var(--green-800);
    font-size: var(--title);
    font-weight: var(--w-strong);
  }
  .message .taken small {
    display: block;
    color: var(--c-text-2);
    font-size: var(--body);
    font-weight: var(--w-text);
  }
  .main {
    min-height: calc(var(--button-height) * 1.2);
    padding-inline: calc(var(--button-inset) * 1.4);
    border-color: transparent;
    background: var(--white);
    box-shadow: none;
    color: var(--green-800);
    font-size: calc(var(--button-size) * 1.15);
  }
  .form {
    display: grid;
    gap: calc(var(--gap) * 0.6);
    width: min(100%, calc(var(--body) * 42));
    margin-inline: auto;
    padding: var(--inset);
    border-radius: var(--card-radius);
    background: var(--c-card);
    box-shadow: var(--e2);
    color: var(--c-text);
  }
  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--gap);
    padding: 0 var(--gutter) var(--foot, var(--gutter));
  }
  .foot .button {
    border-color: var(--green-300);
    background: none;
    color: var(--white);
  }
  .foot .button.quiet {
    border-color: transparent;
    padding-inline: 0.4em;
    margin-inline-start: -0.4em;
    color: var(--green-100);
    font-weight: var(--w-label);
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }
  @container (min-width: 1000px) and (orientation: landscape) {
    pairing-code {
      --words: auto repeat(4, minmax(0, 1fr));
      --label-span: auto;
    }
    ol {
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: var(--gap);
    }
  }
`
