import type { TrialScore } from '#domain/queue/choice/trial-score.ts'

const percent = (share: number | null) => (share === null ? '–' : `${(share * 100).toFixed(1)} %`)
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`

/** Rules beside each other as Markdown, the product's own first. */
export function chooseTable(
  title: string,
  scores: readonly { rule: string; score: TrialScore }[],
): string {
  const own = scores[0]?.score
  const columns = [
    ...['rule', 'mean lateness, s', 'the product is less late by', 'on target', 'normal'],
    ...['preferred', 'appointments', 'normal P99, min', 'most often passed'],
  ]
  return [
    `### ${title}`,
    '',
    row(...columns),
    row('---', ...columns.slice(1).map(() => '--:')),
    ...scores.map(({ rule, score }, at) =>
      row(
        rule,
        score.latenessS.toFixed(1),
        at === 0 || !own ? '' : percent(1 - own.latenessS / score.latenessS),
        ...[score.onTarget, ...score.onTargetOf].map(percent),
        (score.normalP99S / 60).toFixed(1),
        String(score.mostPassed),
      ),
    ),
    '',
  ].join('\n')
}
