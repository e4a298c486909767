import { html, type TemplateResult } from 'lit'
import type { Language } from '#ui-kit/speech.ts'

/**
 * A figure with its unit, as `<b>` and a smaller `<small>`: **10–15** 分钟. What has no figure, or
 * more than one, is all of it `<b>`.
 */
export function figure(text: string): TemplateResult {
  const [, value, unit] = /^([\d–:]+)\s*(\D*)$/.exec(text) ?? []
  if (value === undefined || !unit) return html`<b>${text}</b>`
  return html`<b>${value}</b><small>${unit}</small>`
}

/** Numbers of counters in a row: `1、2、3`. */
export function listOf(language: Language, numbers: readonly string[]): string {
  return numbers.join(language === 'zh' ? '、' : ', ')
}
