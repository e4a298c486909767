import type { Role } from './principal.ts'

/**
 * Separation of duties (S1): roles that no one person holds together in one hall. Whoever judges
 * ratings earns none; whoever inspects does nothing else; whoever runs the machine does not judge,
 * inspect or lead the hall it serves.
 */
export const rolesApart: readonly (readonly [Role, Role])[] = [
  ['reviewer', 'staff'],
  ['reviewer', 'leader'],
  ['reviewer', 'manager'],
  ['auditor', 'staff'],
  ['auditor', 'guide'],
  ['auditor', 'leader'],
  ['auditor', 'manager'],
  ['auditor', 'reviewer'],
  ['auditor', 'administrator'],
  ['administrator', 'reviewer'],
  ['administrator', 'manager'],
]

/** The role that stands against taking this one too; null: nothing does. */
export function roleAgainst(held: ReadonlySet<Role>, wanted: Role): Role | null {
  for (const [one, other] of rolesApart) {
    if (one === wanted && held.has(other)) return other
    if (other === wanted && held.has(one)) return one
  }
  return null
}

/** Roles that two people give: the one who proposes is not the one who decides. */
export const fourEyesRoles: readonly Role[] = [
  'leader',
  'manager',
  'reviewer',
  'auditor',
  'administrator',
]

/** What an account begins with: somebody who works at counters. */
export const firstRoles: ReadonlySet<Role> = new Set<Role>(['staff'])

/** What a new account may do at once; `none`: two people will say. */
export const firstWorks = ['staff', 'guide', 'none'] as const
export type FirstWork = (typeof firstWorks)[number]
