import { css } from 'lit'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'
import { cards } from '#ui-kit/styles/cards.ts'

/** What every element of the ticket's page starts from: one column, as wide as a phone. */
export const phone = [
  base,
  buttons,
  cards,
  css`
    :host {
      --gutter: 16px;
      --card-radius: 20px;
      --card-inset: 18px 20px;
      --button-height: 56px;
      --button-radius: 16px;
      --button-size: 18px;
      --tile: 44px;
    }
    :host,
    h1,
    h2,
    p {
      word-break: keep-all;
      overflow-wrap: break-word;
    }
    .column {
      display: flex;
      flex-direction: column;
      max-width: 480px;
      min-height: 100dvh;
      margin: 0 auto;
    }
    .hero {
      padding: max(16px, env(safe-area-inset-top)) 20px 92px;
      background: var(--surface-hero);
      color: var(--white);
    }
    .on-hero {
      display: grid;
      gap: 12px;
      margin: -78px var(--gutter) 0;
    }
    .number {
      font-size: 84px;
    }
    .foot {
      display: grid;
      gap: 12px;
      margin-top: auto;
      padding: 24px var(--gutter) max(24px, env(safe-area-inset-bottom));
    }
  `,
]
