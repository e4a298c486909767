import { actWords, kindWords } from '#contract/acts.ts'
import { refusals } from '#contract/refusals.ts'
import { routes } from '#contract/routes.ts'
import type { Route } from '#contract/route.ts'
import { viewActs } from '#contract/live.ts'
import { actIds, codeFor } from '#domain/people/matrix.ts'
import type { ActId } from '#domain/people/matrix.ts'
import { principalKinds } from '#domain/people/principal.ts'
import { refusalCodes } from '#domain/refusal.ts'
import type { RefusalCode } from '#domain/refusal.ts'

// Pages of the manual that are tables of the contract: drawn from it, with nothing of their own.

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<h1>${title}</h1>
${body}
</html>
`
}

function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((words) => `<th scope="col">${words}</th>`).join('')
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`
}

function row(id: string, cells: readonly string[]): string {
  return `<tr id="${id}">${cells.map((words) => `<td>${escaped(words)}</td>`).join('')}</tr>`
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

/** Where the `type` of a refusal leads: each code with its status and its words. */
export const problemsPage = page(
  'Refusals · 拒绝的原因',
  table(['code', 'status', '中文', 'English'], refusalCodes.map(problemRow)),
)

function problemRow(code: RefusalCode): string {
  const { status, zh, en } = refusals[code]
  return row(code, [code, String(status), zh, en])
}

const legend = `<p>Y 可以 · o 仅自己的 · m 遮蔽 · k 汇总（至少 5 条） · a 写明原因 · u 再次确认本人 · 2 两人 · - 不可以</p>
<p lang="en">Y yes · o own only · m masked · k aggregates of five or more · a with a reason · u after a fresh step-up · 2 by two people · - no</p>`

/** Who may do what: the matrix itself, and at which doors each act is done. */
export const accessPage = page(
  'Who may do what · 谁可以做什么',
  legend +
    table(
      ['act', '中文', 'English', ...principalKinds.map((kind) => kindWords[kind].zh), 'doors'],
      actIds.map(accessRow),
    ),
)

function accessRow(act: ActId): string {
  const { zh, en } = actWords[act]
  const cells = principalKinds.map((kind) => codeFor(act, kind))
  return row(act, [act, zh, en, ...cells, placesOf(act).join(', ')])
}

/** Doors and views at which an act is done; none yet for acts of parts still to come. */
function placesOf(act: ActId): string[] {
  const doors = Object.entries<Route>(routes).filter(([, door]) => door.act === act)
  const views = Object.entries(viewActs).filter(([, of]) => of === act)
  return [...doors.map(([key]) => key), ...views.map(([name]) => `view ${name}`)]
}
