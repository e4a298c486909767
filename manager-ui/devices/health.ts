import { html, nothing, type TemplateResult } from 'lit'
import type { DeviceView } from '#contract/devices.ts'
import type { IconName } from '#ui-kit/icons.ts'
import '#ui-kit/elements/ui-icon.ts'
import { durationCustomer } from '#ui-kit/format.ts'
import type { Speech } from '#ui-kit/speech.ts'
import { moment } from '../moment.ts'
import { pill } from '../parts/pill.ts'

export type { DeviceView } from '#contract/devices.ts'
export type DeviceKind = DeviceView['kind']

export const kindIcons: Record<DeviceKind, IconName> = {
  kiosk: 'ticket',
  terminal: 'device-desktop',
  display: 'device-tv',
  evaluator: 'device-tablet',
}

/** The address that a screen of this kind is opened at to be paired. */
export const pairAddresses: Record<DeviceKind, string> = {
  kiosk: '/kiosk/?pair=1',
  terminal: '/counter/?pair=1',
  display: '/display/?pair=1',
  evaluator: '/evaluator/?pair=1',
}
export const deviceKinds = Object.keys(pairAddresses) as DeviceKind[]

/** Kinds that belong to one counter. */
export const isAtCounter = (kind: DeviceKind): boolean =>
  kind === 'terminal' || kind === 'evaluator'

/** A clock that is further from the server's than this is said to be wrong. */
const clockToleranceMs = 2_000

const badPaper = new Set(['low', 'out', 'fault', 'unknown'])

export const isPaperBad = ({ health }: DeviceView): boolean => badPaper.has(health.paper ?? '')
export const isClockWrong = ({ health }: DeviceView): boolean =>
  Math.abs(health.clockOffsetMs ?? 0) > clockToleranceMs

/** A screen that was just approved asks whether it was every five seconds, and then opens. */
const comingMs = 20_000

/** It was approved a moment ago and is on its way: that it is not there yet is no fault. */
function isComing({ health, pairedAt }: DeviceView, now: number): boolean {
  return !health.online && health.lastBeatAt === null && now - pairedAt < comingMs
}

/** Somebody has to look after it. */
export function isDue(device: DeviceView, now: number): boolean {
  const { online, behind } = device.health
  if (isComing(device, now)) return false
  return !online || behind || isPaperBad(device) || isClockWrong(device)
}

/** How it is: online and painting, behind, or since when it is silent. */
export function stateOf(
  device: DeviceView,
  speech: Speech,
  zone: string,
  now: number,
): TemplateResult {
  const { health, revokedAt } = device
  if (revokedAt !== null) return pill('grey', 'circle-x', speech.say('mgr.dev.revoked'))
  if (isComing(device, now)) return pill('blue', 'hourglass', speech.say('mgr.dev.coming'))
  const { online, behind, lastBeatAt } = health
  if (online && !behind) return pill('green', 'circle-check', speech.say('mgr.dev.online'))
  if (online)
    return html`${pill('amber', 'alert-triangle', speech.say('mgr.dev.behind'))}
      <small class="long">${speech.say('mgr.dev.behindMore')}</small>`
  const since =
    lastBeatAt === null
      ? speech.say('mgr.dev.neverHeard')
      : speech.say('mgr.dev.since', { at: moment(speech, lastBeatAt, zone, now) })
  return html`${pill('amber', 'cloud-off', speech.say('mgr.dev.offline'))} <small>${since}</small>`
}

export function paperOf(device: DeviceView, speech: Speech) {
  const { paper } = device.health
  if (paper === null) return html`<span class="quiet-word">—</span>`
  const word = speech.say(`mgr.paper.${paper}`)
  return isPaperBad(device)
    ? html`<span class="late"><ui-icon name="alert-triangle"></ui-icon> ${word}</span>`
    : html`${word}`
}

export function clockOf(device: DeviceView, speech: Speech) {
  const { clockOffsetMs } = device.health
  if (clockOffsetMs === null) return html`<span class="quiet-word">—</span>`
  if (!isClockWrong(device)) return html`${speech.say('mgr.dev.clockRight')}`
  const by = durationCustomer(speech.lang, Math.abs(clockOffsetMs))
  const word = speech.say(clockOffsetMs > 0 ? 'mgr.dev.clockFast' : 'mgr.dev.clockSlow', { by })
  return html`<span class="late"><ui-icon name="clock-exclamation"></ui-icon> ${word}</span>`
}

/** The same four words stand on the device's own screen. */
export function fingerprintOf({ fingerprint }: Pick<DeviceView, 'fingerprint'>): TemplateResult {
  return html`<span lang="zh-CN">${fingerprint.zh.join(' ')}</span
    >${fingerprint.en.length > 0 ? html`<br /><span lang="en">${fingerprint.en.join(' ')}</span>` : nothing}`
}
