import { baselines } from './baselines.ts'
import type { Score } from './score.ts'

const percent = (share: number) => `${(share * 100).toFixed(1)} %`
const seconds = (value: number) => value.toFixed(1)
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`

/** A site's score as Markdown, as it stands in docs/decisions-quality.md. */
export function forecastTable(name: string, score: Score): string {
  const { errorS, baselineS, groups, probe } = score
  const better = (other: number) => (other > 0 ? percent(1 - errorS / other) : '–')
  return [
    `### ${name}`,
    '',
    `${score.customers} customers called, ${score.waited} of them waited.`,
    '',
    row('the wait told at issue', 'mean absolute error, s', 'the product errs less by'),
    row('---', '--:', '--:'),
    row('this product', seconds(errorS), ''),
    ...baselines.map((one) => row(one, seconds(baselineS[one]), better(baselineS[one]))),
    '',
    row('the 80 % range', 'true for'),
    row('---', '--:'),
    row('those who waited', percent(score.inRange)),
    row('everybody', percent(score.inRangeOfAll)),
    ...(groups
      ? [
          row('groups of 300: lowest', percent(groups.lowest)),
          row('groups of 300: highest', percent(groups.highest)),
          row('groups of 300 within 78–82 %', percent(groups.within)),
        ]
      : []),
    ...(probe
      ? [
          '',
          row('looked at later, what is left', 'mean absolute error, s'),
          row('---', '--:'),
          row(`estimated anew (${probe.looked} looked)`, seconds(probe.errorS)),
          row('first estimate less the time passed', seconds(probe.countedDownS)),
          row('anew it errs less by', percent(1 - probe.errorS / probe.countedDownS)),
          row('its 80 % range was true for', percent(probe.inRange)),
        ]
      : []),
    '',
    `Answered in ${score.medianMs.toFixed(2)} ms (median, through the pipe).`,
    '',
  ].join('\n')
}
