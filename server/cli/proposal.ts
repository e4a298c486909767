import { Command, Option } from 'commander'
import type { Static } from 'typebox'
import type { ProposalShape } from '#contract/people-admin.ts'
import { proposalStates } from '#domain/people/proposal.ts'
import type { ProposalState } from '#domain/people/proposal.ts'
import { asOperator, columns } from './operator.ts'
import type { OperatorOptions } from './operator.ts'
import { toldCode, utc } from './people.ts'

type Proposal = Static<typeof ProposalShape>
type WithReason = OperatorOptions & { reason: string }

export function proposalCommand(): Command {
  const proposal = new Command('proposal').description('what takes two people to decide')
  proposal
    .command('list')
    .description('what waits for a second person, or how it was decided')
    .addOption(new Option('--state <state>', 'which').choices(proposalStates).default('open'))
    .option('--hall <id>', 'the hall; without it the first one')
    .action((options: OperatorOptions & { state: ProposalState }) => list(options))
  const decided = (name: string, about: string) =>
    proposal
      .command(name)
      .description(about)
      .argument('<id>', 'the id, from `proposal list`')
      .requiredOption('--reason <text>', 'why, for the record')
      .option('--hall <id>', 'the hall; without it the first one')
  decided('approve', 'be the second person, for a role, a recovery or a restore').action(
    (id: string, options: WithReason) => approve(id, options),
  )
  decided('reject', 'turn it down').action((id: string, options: WithReason) => reject(id, options))
  return proposal
}

function list({ state, ...options }: OperatorOptions & { state: ProposalState }): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const { proposals } = await doors.ask('GET /api/v1/proposals', { query: { state } })
    if (proposals.length === 0) return console.log(`Nothing is ${state}.`)
    const rows = proposals.map((one) => [
      one.id,
      wanted(one),
      `by ${nameOf(one.proposedBy)}`,
      one.decidedBy === null
        ? `until ${utc(one.expiresAt)}`
        : `${one.state} by ${nameOf(one.decidedBy)}`,
      one.reason,
    ])
    console.log(columns(rows))
  })
}

/** What is asked for, in a few words. */
function wanted({ act, subject, payload }: Proposal): string {
  const whom = subject ? nameOf(subject) : ''
  switch (act) {
    case 'role.grant':
      return `${whom} as ${payload.role}`
    case 'account.recover':
      return `a new way in for ${whom}`
    case 'rating-rule.change':
      return `${payload.key} = ${payload.value} from ${payload.validFrom}`
    case 'rating.annul':
      return `a rating of ${whom}, ${payload.businessDay}, out of the count`
    case 'record.restore':
      return `the copy ${payload.file} (${payload.events} events) in the place of the record`
  }
}

function nameOf({ id, staffNo, name }: Proposal['proposedBy']): string {
  return name ? `${staffNo} ${name.zh}` : id
}

function approve(proposalId: string, { reason, ...options }: WithReason): Promise<void> {
  return asOperator(options, async ({ doors, url }) => {
    const asked = { params: { proposalId }, body: { reason } }
    const said = await doors.ask('POST /api/v1/proposals/:proposalId/approve', asked)
    console.log(`Approved: ${wanted(said.proposal)}.`)
    if (said.enrolment)
      console.log(toldCode(said.enrolment, said.proposal.subject?.name?.zh ?? '', url))
  })
}

function reject(proposalId: string, { reason, ...options }: WithReason): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const asked = { params: { proposalId }, body: { reason } }
    const { proposal } = await doors.ask('POST /api/v1/proposals/:proposalId/reject', asked)
    console.log(`Rejected: ${wanted(proposal)}.`)
  })
}
