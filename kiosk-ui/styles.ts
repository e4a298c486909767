import { css } from 'lit'
import { base } from '#ui-kit/styles/base.ts'
import { buttons } from '#ui-kit/styles/buttons.ts'

/**
 * What every element of the kiosk starts from. One page serves both panels: sizes are those of the
 * portrait panel (1080 × 1920), `@media (orientation: landscape)` gives those of 1280 × 800.
 * Chinese lines break at punctuation or where the words say so, never within a word.
 */
export const kiosk = [
  base,
  buttons,
  css`
    :host {
      --gutter: 48px;
      --press-scale: 0.985;
      --button-height: 104px;
      --button-radius: 28px;
      --button-size: 30px;
      --button-inset: 36px;
    }
    :host,
    h1,
    h2,
    p {
      word-break: keep-all;
      overflow-wrap: break-word;
    }
    b + small {
      margin-inline-start: 0.18em;
    }
    @media (orientation: landscape) {
      :host {
        --gutter: 28px;
        --button-height: 76px;
        --button-radius: 22px;
        --button-size: 23px;
        --button-inset: 28px;
      }
    }
  `,
]
