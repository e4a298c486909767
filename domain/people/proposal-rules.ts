import { refuse } from '../decision.ts'
import type { Refused } from '../decision.ts'
import { ratingAnnulment } from '../evaluation/annul.ts'
import { event } from '../events.ts'
import type { HallEvent } from '../events.ts'
import type { HallDay } from '../hall/hall-day.ts'
import type { Moment } from '../hall/moment.ts'
import { whyNotSetting } from '../hall/setup-acts.ts'
import { endConsole } from './console-acts.ts'
import { recover } from './enrolment.ts'
import type { ActId } from './matrix.ts'
import type { ProposalAct, ProposalPayloads } from './proposal.ts'
import { whyNotGranted } from './role-acts.ts'

export type Question<A extends ProposalAct = ProposalAct> = {
  subjectId: string
  payload: ProposalPayloads[A]
}

/** How one act goes that takes two people. */
export type ProposalRule<A extends ProposalAct = ProposalAct> = {
  /** Rows of the matrix: who may ask for it … */
  propose: ActId
  /** … and who decides. */
  decide: ActId
  /** Whether somebody may ask in their own cause; nobody ever decides in it. */
  subjectMayPropose?: true
  /** Asked when it is proposed and again when it is approved. */
  whyNot(day: HallDay, question: Question<A>, moment: Moment): Refused | null
  /** What happens, in the act of approving. */
  effect(day: HallDay, proposal: Question<A> & { id: string }, moment: Moment): HallEvent[]
}

const roleGrant: ProposalRule<'role.grant'> = {
  propose: 'role.grant',
  decide: 'role.grant',
  whyNot: (day, { subjectId, payload }) => whyNotGranted(day, subjectId, payload.role),
  effect: (_day, { id, subjectId, payload }) => [
    event('role.granted', { staffId: subjectId, role: payload.role, because: id }),
  ],
}

const accountRecovery: ProposalRule<'account.recover'> = {
  propose: 'people.recover',
  decide: 'people.recover',
  whyNot: (day, { subjectId }) =>
    day.setup.staff.get(subjectId)?.active ? null : refuse('not-found'),
  effect: (day, { id, subjectId }, moment) => [
    ...recover(day, { staffId: subjectId, proposalId: id }, moment),
    ...endConsole(day, subjectId, 'forced'),
  ],
}

const ratingRuleChange: ProposalRule<'rating-rule.change'> = {
  propose: 'rating-rule.propose',
  decide: 'rating-rule.approve',
  whyNot: (_day, { payload }) => whyNotSetting(payload),
  effect: (_day, { payload }) => [event('setting.changed', payload)],
}

/** Agreeing changes nothing yet: the host's tool restores, with the server stopped, on this word. */
const recordRestore: ProposalRule<'record.restore'> = {
  propose: 'restore.propose',
  decide: 'restore.sign',
  whyNot: () => null,
  effect: () => [],
}

/** What takes two people, act by act. */
export const proposalRules: { [A in ProposalAct]: ProposalRule<A> } = {
  'role.grant': roleGrant,
  'account.recover': accountRecovery,
  'rating-rule.change': ratingRuleChange,
  'rating.annul': ratingAnnulment,
  'record.restore': recordRestore,
}
