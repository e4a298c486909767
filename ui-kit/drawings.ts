import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit'

/**
 * The hall's own drawings. All are inline SVG that fills its box: the element around it gives the
 * size. They say nothing to a screen reader, for a word always stands beside them.
 */

/** The mark: a ticket with a spark cut out of it, 54 × 48, in the colour of the text. */
export const mark: TemplateResult = html`<svg
  viewBox="0 0 54 48"
  fill="currentColor"
  fill-rule="evenodd"
  aria-hidden="true"
>
  <path
    d="M7 0h40a7 7 0 0 1 7 7v10.4a6.7 6.7 0 0 0 0 13.2V41a7 7 0 0 1-7 7H7a7 7 0 0 1-7-7V30.6a6.7 6.7 0 0 0 0-13.2V7a7 7 0 0 1 7-7zM30.6 8 15 27.2h10L23 40.4l16-19.2H28.6z"
  />
</svg>`

const sun = svg`
  <g fill="var(--amber-400)">
    <circle cx="872" cy="128" r="112" opacity=".15" />
    <circle cx="872" cy="128" r="74" opacity=".9" />
  </g>`

const farHill = svg`
  <path
    fill="var(--green-600)"
    d="M470 300V260q40-10 58-20 50-24 132-24 60 0 112 12 54 12 100 7 60-7 208-64v129z"
  />`

const nearHills = svg`
  <path fill="#0d6551" d="M0 298q180-61 370-61 90 0 190 18 100 16 260-6 120-17 260-17v68H0z" />
  <path fill="#094d3e" d="M0 300q140-26 300-25 130 2 260 12 130 8 270-2 130-9 250-20v35z" />`

/** One pylon from the ground up; its feet stand at 0, 0. */
const pylon = svg`
  <path d="M-17 0 0-127 17 0M0-127v-13M-32-102h64M-24-84h48M-14-74l26 30M14-74l-26 30" />`

const pylons = svg`
  <g fill="none" stroke="var(--green-200)" stroke-linecap="round" stroke-linejoin="round">
    <g stroke-width="3.4" transform="translate(773 262)">${pylon}</g>
    <g stroke-width="3.6" transform="translate(1014 241) scale(.84 .83)">${pylon}</g>
    <path
      stroke-width="2"
      opacity=".75"
      d="M707 172q20-5 34-12M805 160q88 32 182-3M1041 157q22 8 46 10M711 190q24-5 38-12M797 178q96 28 197-6M1034 172q30 9 53 11"
    />
  </g>`

/**
 * The landscape of the hero surfaces: sun, hills, two pylons. It keeps to the lower right corner and
 * is cut at the left and above, so it fits a wide strip and a narrow column alike.
 */
export const landscape: TemplateResult = html`<svg
  viewBox="0 0 1080 300"
  preserveAspectRatio="xMaxYMax slice"
  aria-hidden="true"
>
  ${sun}${farHill}${nearHills}${pylons}
</svg>`

type Face = { line: string; tint: string; features: SVGTemplateResult }

const eyes = svg`<path stroke-width="6.8" d="M21.6 26.6h.01M42.4 26.6h.01" />`

/** Filled mouths use `currentColor` of the features, so that they turn white when selected. */
const faces = {
  5: {
    line: 'var(--green-700)',
    tint: 'var(--green-100)',
    features: svg`
      <path stroke-width="3.6" d="M15.4 26.4a5 5 0 0 1 10 0M38.6 26.4a5 5 0 0 1 10 0" />
      <path stroke-width="2.6" fill="currentColor" d="M19 36h26a13 10 0 0 1-26 0z" />`,
  },
  4: {
    line: 'var(--green-600)',
    tint: 'var(--green-50)',
    features: svg`${eyes}<path stroke-width="3.6" d="M18.6 38c2.8 4.8 7.4 7.2 13.4 7.2s10.6-2.4 13.4-7.2" />`,
  },
  3: {
    line: 'var(--ink-600)',
    tint: 'var(--bg-100)',
    features: svg`${eyes}<path stroke-width="3.6" d="M20.4 41h23.2" />`,
  },
  2: {
    line: 'var(--amber-700)',
    tint: 'var(--amber-100)',
    features: svg`${eyes}<path stroke-width="3.6" d="M20.4 45.4c2.8-4 7-6 11.6-6s8.8 2 11.6 6" />`,
  },
  1: {
    line: 'var(--red-700)',
    tint: 'var(--red-100)',
    features: svg`
      <path stroke-width="6.6" d="M21.6 28h.01M42.4 28h.01" />
      <path stroke-width="3.6" d="m14.6 18.8 10.2 4.2M49.4 18.8 39.2 23" />
      <path stroke-width="2.6" fill="currentColor" d="M19 48.4a13 10.6 0 0 1 26 0z" />`,
  },
} as const satisfies Record<number, Face>

/** Levels that have a face: 5 非常满意 … 1 非常不满意. */
export type FaceLevel = keyof typeof faces

/**
 * The face of a rating level: each has a shape of its own, so colour is never the only sign. The
 * selected one is filled with its colour and drawn in white.
 */
export function face(level: FaceLevel, selected: boolean): TemplateResult {
  const { line, tint, features } = faces[level]
  return html`<svg
    viewBox="0 0 64 64"
    fill="none"
    stroke-width="4.2"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <circle cx="32" cy="32" r="29.8" fill=${selected ? line : tint} stroke=${line} />
    <g color=${selected ? 'var(--white)' : line} stroke="currentColor">${features}</g>
  </svg>`
}
