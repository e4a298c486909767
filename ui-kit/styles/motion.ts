import { css } from 'lit'

/** `.page-in`: a page that comes in slides 24 px and fades; a cut where motion is unwanted. */
export const motion = css`
  .page-in {
    animation: page-in var(--t-page) var(--ease-page);
  }
  @keyframes page-in {
    from {
      opacity: 0;
      transform: translateX(24px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .page-in {
      animation: none;
    }
  }
`
