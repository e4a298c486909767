import { css } from 'lit'

/**
 * Surfaces: `.card` has an edge and another tone than the page, so it survives a washed-out panel;
 * `.tile` is the tinted square behind an icon; `.banner` is the strip on top of a staff screen.
 *
 * Custom properties: `--card-radius`, `--card-inset`, `--tile` (its side), `--tile-radius`.
 */
export const cards = css`
  .card {
    padding: var(--card-inset, 20px);
    border: 1px solid var(--c-edge);
    border-radius: var(--card-radius, 14px);
    background: var(--c-card);
    box-shadow: var(--e1);
  }
  .tile {
    display: grid;
    flex: none;
    place-items: center;
    width: var(--tile, 44px);
    height: var(--tile, 44px);
    border-radius: var(--tile-radius, 24%);
    background: var(--c-tile);
    color: var(--c-on-tile);
    font-size: calc(var(--tile, 44px) * 0.55);
  }
  .banner {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 10px 16px;
    background: var(--amber-200);
    color: var(--amber-900);
    font-weight: var(--w-strong);
  }
  .hint {
    display: flex;
    gap: 10px;
    padding: 10px 12px;
    border-radius: 10px;
    background: var(--blue-50);
    color: var(--blue-800);
  }
  .hint.warn {
    background: var(--amber-100);
    color: var(--amber-800);
  }
  .hint.danger {
    background: var(--c-danger-bg);
    color: var(--red-800);
  }
  .hint ui-icon {
    margin-block-start: 0.12em;
    font-size: 1.25em;
  }
`
