import type { Static } from 'typebox'
import type { ProposalShape } from '#contract/people-admin.ts'
import { restoreHoldsMs } from '#domain/people/proposal.ts'
import type { Standing } from '../record/consent.ts'
import type { Copy } from '../record/copies.ts'
import type { Restored } from '../record/restore.ts'
import { consoleUrl } from '../address.ts'
import { utc } from './people.ts'

export type Planned = {
  file: string
  copy: Copy
  hallId: string
  standing: Standing
  now: number
}

/** What a restore would do, and what it still takes. */
export function plan({ file, copy, hallId, standing, now }: Planned): string {
  return [
    `This would put ${file} in the place of the record of ${hallId}:`,
    `  · it holds ${copy.events} events, the last of ${utc(copy.lastAt)}; what came later is gone from the`,
    '    record. Look at the kiosks, the wall and paper for the highest number of each letter and give',
    '    it: --highest A=187 F=23',
    '  · the copy is proved first; the present files are moved aside, not deleted',
    '  · numbers go on past those and past what the present record knows, and 50 are left out',
    '  · the record says that it was restored, when, why, and who agreed',
    `  SHA-256 of the copy: ${copy.sha256}`,
    whoAgrees(file, standing, now),
  ].join('\n')
}

function whoAgrees(file: string, standing: Standing, now: number): string {
  switch (standing.is) {
    case 'agreed':
      return `Two people have agreed: ${standing.by.proposalId}.\nNothing has been done. Stop the server, then add: --yes`
    case 'proposed':
      return `It is proposed (${standing.proposal.id}). ${openStep(standing.proposal, now)}\nNothing has been done.`
    case 'missing':
      return `It takes two people. Ask for it, also while the server runs:\n  restore ${file} --propose --reason "…"\nNothing has been done.`
    case 'older':
      return 'The present record is of an older release, so nobody can have agreed. Start the server once first.\nNothing has been done.'
    case 'nobody':
      return 'Nobody in this hall can agree at a console, so you do it alone, and the record will say so.\nNothing has been done. To do it, add: --reason "…" --yes'
    case 'gone':
      return 'The present record is gone or cannot be read, so two people sign here: an administrator, or you in\ntheir place, and another administrator or an auditor, each with password and code of the app.\nNothing has been done. To do it, add: --reason "…" --yes'
  }
}

type Waiting = { state: string; expiresAt: number; decidedAt: number | null }

function openStep({ state, expiresAt, decidedAt }: Waiting, now: number): string {
  if (state === 'open' && expiresAt > now)
    return 'An auditor or another administrator decides it at the console, under Approvals.'
  if (state === 'approved')
    return `It was agreed to on ${utc(decidedAt ?? 0)}, and held for 24 hours. Propose it again: --propose --reason "…"`
  return 'It was turned down, or nobody decided in time. Propose it again: --propose --reason "…"'
}

export function proposed({ id, expiresAt }: Static<typeof ProposalShape>, url: string): string {
  return [
    `Proposed: ${id}`,
    `An auditor or an administrator decides it at ${consoleUrl(url)}, under Approvals, until ${utc(expiresAt)}.`,
    `From then on there are ${restoreHoldsMs / 3_600_000} hours to stop the server and restore the same file with --yes.`,
  ].join('\n')
}

/** What was done, and what is to do now. */
export function tell(
  hallId: string,
  done: Restored,
  { hasKeys, wereGiven }: { hasKeys: boolean; wereGiven: boolean },
): string {
  const last = [...done.series].map(([prefix, number]) => `${prefix} after ${number}`)
  return [
    `${hallId} is restored: ${done.fromSeq} events, a new epoch ${done.epoch}.`,
    `Business day ${done.businessDay}; numbers go on: ${last.join(', ') || 'none yet'}.`,
    signedBy(done.consent),
    ...(done.oldFiles ? [`The old files are in ${done.oldFiles}`] : []),
    ...(done.oldRecordRead || wereGiven
      ? []
      : ['CAREFUL: nothing told which numbers were printed after the copy; 50 were left out.']),
    ...(hasKeys
      ? []
      : [
          'CAREFUL: the keys folder was not there and is made anew. Set every PIN and password again; pages of numbers already printed no longer open.',
        ]),
    '',
    'What to do now:',
    '  1. Start the server (npm start). Screens come back by themselves.',
    '  2. Staff sign in again and end what is shown in hand at their counter.',
    '  3. Serve those whose number was printed after the copy as walk-ins: the record does not know it.',
    '  4. Look through devices, keys and roles: what was taken back after the copy is valid again.',
    '  5. Check and copy: npm run hall -- verify, then npm run hall -- backup.',
  ].join('\n')
}

function signedBy({ consent, proposalId, proposedBy, decidedBy }: Restored['consent']): string {
  switch (consent) {
    case 'proposal':
      return `Agreed by ${proposedBy} and ${decidedBy}: ${proposalId}.`
    case 'signed':
      return `Signed here by ${proposedBy} and ${decidedBy}.`
    case 'alone':
      return 'CAREFUL: you did this alone, for nobody could agree to it. The record says so, to whoever reads it.'
  }
}
