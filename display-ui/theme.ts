import { css } from 'lit'

/**
 * The colours of the wall by name; its parts use nothing else. Light is the rule; dark is for dim
 * halls only (`?theme=dark`). With an old view the colour goes out of everything that may have
 * changed since.
 */
export const theme = css`
  :host {
    --wall-page: var(--bg-200);
    --wall-header: var(--white);
    --wall-card: var(--white);
    --wall-edge: var(--line-200);
    --wall-text: var(--ink-900);
    --wall-text-2: var(--ink-600);
    --wall-mark: var(--green-700);
    --wall-panel: var(--surface-call);
    --wall-panel-foot: rgb(0 0 0 / 0.25);
    --wall-on-panel: var(--white);
    --wall-on-panel-2: var(--green-200);
    --wall-window: var(--amber-400);
    --wall-chip: var(--green-700);
    --wall-chip-off: var(--ink-500);
    --wall-serving: var(--green-700);
    --wall-called: var(--amber-800);
    --wall-idle: var(--blue-800);
    --wall-off: var(--ink-600);
    --wall-label: var(--green-700);
    --wall-none: var(--green-700);
    --wall-bar: var(--green-900);
    --wall-bar-label: var(--green-700);
    --wall-on-bar-2: var(--green-200);
    --wall-ring-gap: var(--white);
    --wall-on-call-2: var(--amber-900);
    --wall-night: var(--ink-900);
    --wall-on-night-2: var(--line-200);
    --wall-night-mark: var(--green-200);
    --wall-lost: var(--ink-800);
    --wall-spin: var(--ink-600);
  }

  :host([theme='dark']) {
    color-scheme: dark;
    --wall-page: #041712;
    --wall-header: #071e18;
    --wall-card: #0b251e;
    --wall-edge: #1e4137;
    --wall-text: var(--green-50);
    --wall-text-2: #b9d3ca;
    --wall-mark: var(--green-500);
    --wall-panel: linear-gradient(155deg, var(--green-800), var(--green-700));
    --wall-serving: #7fd0b7;
    --wall-called: var(--amber-400);
    --wall-idle: var(--blue-200);
    --wall-off: #b9d3ca;
    --wall-none: #7fd0b7;
    --wall-ring-gap: #041712;
    --wall-night: var(--ink-800);
  }

  :host([stale]) {
    --wall-panel: #42534d;
    --wall-on-panel-2: var(--line-200);
    --wall-window: var(--white);
    --wall-chip: #42534d;
    --wall-serving: var(--wall-text-2);
    --wall-called: var(--wall-text-2);
    --wall-idle: var(--wall-text-2);
    --wall-off: var(--wall-text-2);
    --wall-label: #42534d;
    --wall-none: var(--wall-text-2);
  }
`
