import type { CallResult } from '#ui-kit/call.ts'
import type { IconName } from '#ui-kit/icons.ts'
import type { Speech } from '#ui-kit/speech.ts'

type Answered = Extract<CallResult<'GET /api/v1/proposals'>, { ok: true }>['answer']
export type Proposal = Answered['proposals'][number]
export type ProposalState = Proposal['state']
type Somebody = Proposal['proposedBy']

export const proposalStates: readonly ProposalState[] = ['open', 'approved', 'rejected', 'expired']

export const proposalIcons: Record<Proposal['act'], IconName> = {
  'rating.annul': 'star',
  'rating-rule.change': 'settings',
  'role.grant': 'user-plus',
  'account.recover': 'lifebuoy',
  'record.restore': 'arrow-back-up',
}

/** A person of the hall with their number, or the operator on the machine of the server. */
export function nameOf({ name, staffNo }: Somebody, speech: Speech): string {
  if (!name) return speech.say('mgr.operator')
  return staffNo ? `${speech.pick(name)}（${staffNo}）` : speech.pick(name)
}

/** What happens when it is approved, in one sentence. */
export function sentenceOf({ act, subject, subjectId, payload }: Proposal, speech: Speech): string {
  const who = subject ? nameOf(subject, speech) : subjectId
  switch (act) {
    case 'role.grant':
      return speech.say('mgr.apr.what.role', {
        who,
        role: payload.role ? speech.say(`role.${payload.role}`) : '',
      })
    case 'account.recover':
      return speech.say('mgr.apr.what.recover', { who })
    case 'rating.annul':
      return speech.say('mgr.apr.what.annul', { who })
    case 'record.restore':
      return speech.say('mgr.apr.what.restore', {
        file: payload.file ?? '',
        events: (payload.events ?? 0).toLocaleString('en'),
      })
    case 'rating-rule.change':
      return speech.say('mgr.apr.what.rule', {
        key: payload.key ?? subjectId,
        value: payload.value ?? '',
        from: payload.validFrom ?? '',
      })
  }
}
