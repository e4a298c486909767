import { css } from 'lit'

/**
 * One page for every shape of screen. `--u` is one pixel of the size that a shape was drawn for:
 * 420 × 760 beside the business system, 1280 × 800, the upright 1080 × 1920, the wall 1920 × 1080;
 * a screen of more pixels shows the same larger.
 */
export const pairingSizes = css`
  .page {
    --u: 1px;
    --gutter: calc(16 * var(--u));
    --head: calc(60 * var(--u));
    --name: calc(16 * var(--u));
    --title: calc(22 * var(--u));
    --body: calc(14 * var(--u));
    --label: calc(13 * var(--u));
    --code: calc(84 * var(--u));
    --word: calc(17 * var(--u));
    --gloss: calc(12 * var(--u));
    --inset: calc(20 * var(--u));
    --no: calc(26 * var(--u));
    --gap: calc(14 * var(--u));
    --card-radius: calc(18 * var(--u));
    --button-height: calc(44 * var(--u));
    --button-size: calc(14 * var(--u));
    --button-radius: calc(12 * var(--u));
    --button-inset: calc(14 * var(--u));
    --field-height: calc(48 * var(--u));
    --field-size: calc(15 * var(--u));
    --note: var(--label);
  }
  @container (min-width: 1000px) and (orientation: landscape) {
    .page {
      --u: max(1px, min(100cqw / 1280, 100cqh / 800));
      --gutter: calc(36 * var(--u));
      --head: calc(84 * var(--u));
      --name: calc(26 * var(--u));
      --title: calc(38 * var(--u));
      --body: calc(21 * var(--u));
      --label: calc(20 * var(--u));
      --code: calc(158 * var(--u));
      --word: calc(30 * var(--u));
      --gloss: calc(20 * var(--u));
      --inset: calc(30 * var(--u));
      --no: calc(44 * var(--u));
      --gap: calc(22 * var(--u));
      --card-radius: calc(28 * var(--u));
      --button-height: calc(64 * var(--u));
      --button-size: calc(21 * var(--u));
      --button-radius: calc(20 * var(--u));
      --button-inset: calc(28 * var(--u));
      --foot: calc(24 * var(--u));
      --field-height: calc(64 * var(--u));
      --field-size: calc(22 * var(--u));
    }
  }
  @container (min-width: 1700px) and (orientation: landscape) {
    .page {
      --u: max(1px, min(100cqw / 1920, 100cqh / 1080));
      --gutter: calc(56 * var(--u));
      --head: calc(124 * var(--u));
      --name: calc(38 * var(--u));
      --title: calc(60 * var(--u));
      --body: calc(36 * var(--u));
      --label: calc(36 * var(--u));
      --code: calc(238 * var(--u));
      --word: calc(52 * var(--u));
      --gloss: calc(36 * var(--u));
      --inset: calc(38 * var(--u));
      --no: calc(72 * var(--u));
      --gap: calc(28 * var(--u));
      --card-radius: calc(32 * var(--u));
      --button-height: calc(84 * var(--u));
      --button-size: calc(36 * var(--u));
      --button-radius: calc(28 * var(--u));
    }
  }
  @container (min-width: 800px) and (orientation: portrait) {
    .page {
      --u: max(1px, min(100cqw / 1080, 100cqh / 1920));
      --gutter: calc(56 * var(--u));
      --head: calc(120 * var(--u));
      --name: calc(36 * var(--u));
      --title: calc(66 * var(--u));
      --body: calc(34 * var(--u));
      --label: calc(30 * var(--u));
      --code: calc(250 * var(--u));
      --word: calc(48 * var(--u));
      --gloss: calc(27 * var(--u));
      --inset: calc(54 * var(--u));
      --no: calc(72 * var(--u));
      --gap: calc(44 * var(--u));
      --card-radius: calc(40 * var(--u));
      --button-height: calc(104 * var(--u));
      --button-size: calc(30 * var(--u));
      --button-radius: calc(28 * var(--u));
      --button-inset: calc(36 * var(--u));
      --foot: calc(48 * var(--u));
      --field-height: calc(104 * var(--u));
      --field-size: calc(34 * var(--u));
    }
  }
`
