import type { Static } from 'typebox'
import type { AuditEntry } from '#contract/audit.ts'
import type { Language } from '#domain/hall/setup.ts'

type Entry = Static<typeof AuditEntry>

const heads: Record<Language, string[]> = {
  zh: [
    ...['序号', '时间', '营业日', '事项', '事件', '身份', '编号', '姓名', '设备'],
    ...['对象', '对象名称', '原因', '结果', '内容', '审计意见'],
  ],
  en: [
    ...['No.', 'Time', 'Business day', 'What', 'Event', 'As', 'Id', 'Name', 'Device'],
    ...['Object', 'Name of object', 'Reason', 'Result', 'Data', 'Findings'],
  ],
}

const results: Record<Language, Record<Entry['result'], string>> = {
  zh: { done: '完成', denied: '拒绝' },
  en: { done: 'Done', denied: 'Denied' },
}

/** Spreadsheets take a file for UTF-8 only when it begins with this. */
const mark = '\uFEFF'

export function tableOf(lines: readonly string[], language: Language): string {
  return mark + [lineOf(heads[language]), ...lines].join('')
}

export function rowOf(entry: Entry, language: Language): string {
  const { who, objectName, what, result, notes } = entry
  return lineOf([
    ...[String(entry.seq), entry.occurredAt, entry.businessDay, what[language], entry.type],
    ...[who.kindWords[language], who.id, who.name?.[language] ?? '', entry.deviceId ?? ''],
    ...[
      entry.object ?? '',
      objectName?.[language] ?? '',
      entry.reasonWords?.[language] ?? entry.reason ?? '',
    ],
    ...[results[language][result], JSON.stringify(entry.data)],
    notes.map(({ words }) => words).join(' / '),
  ])
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map(cell).join(',')}\r\n`
}

/**
 * A cell in quotes. One that a spreadsheet would take for a formula begins with an apostrophe: words
 * that somebody typed must not run on the machine of whoever opens the table.
 */
function cell(text: string): string {
  const harmless = /^[\s]*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}
