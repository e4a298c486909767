import type { IconName } from '#ui-kit/icons.ts'
import type { Act } from './entry.ts'

/** A part of the console: which act opens it, and where it stands in the navigation. */
type Part = {
  name: string
  icon: IconName
  act: Act
  group: 'hall' | 'queue' | 'quality' | 'watch'
}

/** The parts in the order of the navigation; a person sees those that the matrix opens to them. */
export const parts = [
  { name: 'devices', icon: 'device-desktop', act: 'device.list', group: 'hall' },
  { name: 'people', icon: 'users', act: 'people.list', group: 'hall' },
  { name: 'approvals', icon: 'clipboard-check', act: 'proposal.read', group: 'hall' },
  { name: 'rules', icon: 'arrows-exchange', act: 'rule.read', group: 'queue' },
  { name: 'calls', icon: 'speakerphone', act: 'line.read', group: 'queue' },
  { name: 'accuracy', icon: 'hourglass', act: 'forecast.accuracy', group: 'queue' },
  { name: 'ratings', icon: 'star', act: 'rating.read', group: 'quality' },
  { name: 'audit', icon: 'list-search', act: 'audit.read', group: 'watch' },
  { name: 'record', icon: 'certificate', act: 'record.verify', group: 'watch' },
] as const satisfies readonly Part[]

export type PartName = (typeof parts)[number]['name']
export type PartGroup = (typeof parts)[number]['group']

/** The part that an address names, if it names one. */
export function partNamed(hash: string): PartName | null {
  return parts.find(({ name }) => hash === `#${name}`)?.name ?? null
}
