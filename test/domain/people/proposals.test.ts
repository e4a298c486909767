// Each was broken once and its test seen to fail:
//   `whyNotDecided` without the proposer and the subject → somebody approved their own proposal
//   `approve` not asking `whyNot` again                  → somebody became auditor and counter staff
//   `mayStillPropose` always true                        → a person thrown out had their way
//   `whyNotAlone` always null                            → a manager changed the rules of rating alone
import { beforeEach, describe, expect, test } from 'vitest'
import { rolesOf } from '#domain/people/account-effects.ts'
import { signInAtConsole } from '#domain/people/console-acts.ts'
import { enrolmentMs, issueEnrolment } from '#domain/people/enrolment.ts'
import type { Role } from '#domain/people/principal.ts'
import { proposalMs, restoreHoldsMs } from '#domain/people/proposal.ts'
import type { ProposalAct } from '#domain/people/proposal.ts'
import { approve, expireProposals, propose, reject } from '#domain/people/proposals.ts'
import type { NewProposal } from '#domain/people/proposals.ts'
import { agreedRestore } from '#domain/people/restore.ts'
import { whyNotAlone } from '#domain/people/rating-rules.ts'
import { setting } from '#domain/hall/hall-day.ts'
import { event } from '#domain/events.ts'
import { Hall } from '../../support/hall.ts'
import { acting, making } from '../../support/office.ts'

let hall: Hall
const reason = 'because'

beforeEach(() => {
  hall = new Hall()
  making(hall, 'li', 'administrator')
  making(hall, 'wang', 'administrator')
  acting(hall, 'administrator', 'li')
})

function ask<A extends ProposalAct>(wanted: Omit<NewProposal<A>, 'proposalId' | 'reason'>): string {
  const proposalId = hall.newId('proposal')
  hall.run((day, moment) => propose(day, { ...wanted, proposalId, reason }, moment))
  return proposalId
}

const askRole = (subjectId: string, role: Role) =>
  ask({ act: 'role.grant', subjectId, payload: { role } })
const askRecovery = (subjectId: string) => ask({ act: 'account.recover', subjectId, payload: {} })
const askRule = (value: number) => {
  const payload = { key: 'ratingPromptS', value, validFrom: '2026-03-02', source: 'x' } as const
  return ask({ act: 'rating-rule.change', subjectId: payload.key, payload })
}
const yes = (proposalId: string) =>
  hall.run((day, moment) => approve(day, { proposalId, reason }, moment))
const no = (proposalId: string) =>
  hall.run((day, moment) => reject(day, { proposalId, reason }, moment))

describe('what takes two people', () => {
  test('A7, A9 one proposes, another approves, and it happens in that very act', () => {
    const id = askRole('zhao', 'leader')
    expect([...rolesOf(hall.day, 'zhao')]).toEqual(['staff'])
    acting(hall, 'administrator', 'wang')
    yes(id)
    expect([...rolesOf(hall.day, 'zhao')]).toEqual(['staff', 'leader'])
    expect(hall.events('role.granted').at(-1)?.data.because).toBe(id)
    expect(hall.events('proposal.approved').at(-1)).toMatchObject({
      data: { proposalId: id, reason },
      actor: { kind: 'administrator', id: 'wang' },
    })
  })

  test('A41 a restore is agreed to by an auditor or another administrator, and holds for a day', () => {
    const sha256 = 'a'.repeat(64)
    const payload = { file: 'copy.db', events: 9, lastAt: 1, highest: {} }
    const id = ask({ act: 'record.restore', subjectId: sha256, payload })
    for (const role of ['manager', 'reviewer', 'leader'] as const) {
      acting(hall, role, 'zhao')
      expect(hall.whyNot(() => yes(id))).toBe('not-allowed')
    }
    const proposal = hall.day.proposals.get(id)
    if (!proposal) throw new Error('It is not asked for')
    expect(agreedRestore(proposal, hall.now)).toBeNull()
    acting(hall, 'auditor', 'zhao')
    const before = hall.record.length
    yes(id)
    // Agreeing is all that happens: the host's tool restores, with the server stopped.
    expect(hall.record.slice(before).map(({ type }) => type)).toEqual(['proposal.approved'])
    const by = { consent: 'proposal', proposalId: id, proposedBy: 'li', decidedBy: 'zhao' }
    expect(agreedRestore(proposal, hall.now)).toEqual(by)
    expect(agreedRestore(proposal, hall.now + restoreHoldsMs - 1)).toEqual(by)
    expect(agreedRestore(proposal, hall.now + restoreHoldsMs)).toBeNull()
  })

  test('A7 not the same person, not in their own cause, and not with another role', () => {
    const id = askRole('wang', 'leader')
    expect(hall.whyNot(() => yes(id))).toBe('proposal-not-yours')
    acting(hall, 'administrator', 'wang')
    expect(hall.whyNot(() => yes(id))).toBe('proposal-not-yours')
    expect(hall.whyNot(() => no(id))).toBe('proposal-not-yours')
    acting(hall, 'reviewer', 'zhao')
    expect(hall.whyNot(() => yes(id))).toBe('not-allowed')
  })

  test('A7 nobody asks for a role of their own', () => {
    expect(hall.whyNot(() => askRole('li', 'leader'))).toBe('proposal-not-yours')
  })

  test('A7 turned down, nothing happens', () => {
    const id = askRole('zhao', 'leader')
    acting(hall, 'operator', 'operator')
    no(id)
    expect([...rolesOf(hall.day, 'zhao')]).toEqual(['staff'])
    expect(hall.whyNot(() => yes(id))).toBe('proposal-over')
  })

  test('A7 the host’s operator is the second person for a role, and decides nothing of ratings', () => {
    const id = askRole('zhao', 'manager')
    making(hall, 'zhao', 'leader')
    acting(hall, 'operator', 'operator')
    yes(id)
    expect(rolesOf(hall.day, 'zhao').has('manager')).toBe(true)
    acting(hall, 'manager', 'zhao')
    const rule = askRule(30)
    acting(hall, 'operator', 'operator')
    expect(hall.whyNot(() => yes(rule))).toBe('not-allowed')
  })

  test('A7 what is impossible is refused at once, and again when it has become so', () => {
    making(hall, 'zhao')
    const id = askRole('zhao', 'auditor')
    expect(hall.whyNot(() => askRole('nobody', 'leader'))).toBe('not-found')
    expect(hall.whyNot(() => askRole('wang', 'manager'))).toBe('roles-apart')
    making(hall, 'zhao', 'staff')
    acting(hall, 'administrator', 'wang')
    expect(hall.whyNot(() => yes(id))).toBe('roles-apart')
  })

  test('A7 the same is asked once at a time', () => {
    const id = askRole('zhao', 'leader')
    expect(hall.whyNot(() => askRole('zhao', 'leader'))).toBe('proposal-open')
    askRole('zhao', 'manager')
    acting(hall, 'administrator', 'wang')
    no(id)
    askRole('zhao', 'leader')
  })

  test('A7 who has lost the role to propose it has proposed nothing', () => {
    const id = askRole('zhao', 'leader')
    making(hall, 'li', 'staff')
    acting(hall, 'administrator', 'wang')
    expect(hall.whyNot(() => yes(id))).toBe('proposal-over')
  })

  test('A8 nobody answers for a week: it is over, and the hall’s own clock says so', () => {
    const id = askRole('zhao', 'leader')
    hall.pass(proposalMs - 1)
    expect(expireProposals(hall.day, hall.now)).toEqual([])
    hall.pass(1)
    acting(hall, 'administrator', 'wang')
    expect(hall.whyNot(() => yes(id))).toBe('proposal-over')
    hall.add(...expireProposals(hall.day, hall.now))
    expect(hall.events('proposal.expired').map(({ data }) => data)).toEqual([{ proposalId: id }])
    expect(hall.day.proposals.size).toBe(0)
  })
})

describe('rules of rating', () => {
  test('A10 are proposed by a manager, decided by a reviewer, and set by nobody alone', () => {
    making(hall, 'zhao', 'reviewer')
    acting(hall, 'manager', 'li')
    making(hall, 'li', 'manager')
    const alone = (key: string) => whyNotAlone(hall.day, key, hall.moment())?.refused
    expect(alone('ratingPromptS')).toBe('two-people-required')
    expect(alone('graceCalls')).toBeUndefined()
    const id = askRule(30)
    expect(hall.whyNot(() => askRule(100_000))).toBe('setting-invalid')
    acting(hall, 'reviewer', 'zhao')
    yes(id)
    expect(setting(hall.day, 'ratingPromptS')).toBe(30)
    acting(hall, 'operator', 'operator')
    expect(alone('ratingPromptS')).toBe('two-people-required')
  })

  test('A10 a hall that has no reviewer yet begins with what its operator sets', () => {
    acting(hall, 'operator', 'operator')
    expect(whyNotAlone(hall.day, 'ratingPromptS', hall.moment())).toBeNull()
  })
})

describe('a way in', () => {
  const enrol = (staffId: string, hasPassword = false) =>
    hall.run((day, moment) => issueEnrolment(day, { staffId, hasPassword }, moment))
  const passkey = () =>
    hall.add(event('passkey.added', { passkeyId: 'k1', staffId: 'zhao', label: 'phone' }))

  test('A14 is opened by one person for somebody who has none, and by two for all others', () => {
    expect(enrol('zhao')).toEqual({ staffId: 'zhao', expiresAt: hall.now + enrolmentMs })
    expect(hall.whyNot(() => enrol('zhao', true))).toBe('two-people-required')
    passkey()
    expect(hall.whyNot(() => enrol('zhao'))).toBe('two-people-required')
    expect(hall.whyNot(() => enrol('nobody'))).toBe('not-found')
  })

  test('A14 that was lost: approved, every old one goes, and a new one is opened', () => {
    making(hall, 'zhao', 'manager')
    passkey()
    const wanted = { sessionId: 's1', staffId: 'zhao', method: 'passkey' } as const
    hall.run((day, moment) => signInAtConsole(day, wanted, moment))
    const id = askRecovery('zhao')
    expect(hall.day.passkeys.size).toBe(1)
    acting(hall, 'operator', 'operator')
    yes(id)
    expect([hall.day.passkeys.size, hall.day.consoleSessions.size]).toEqual([0, 0])
    expect(hall.events('account.recovered').at(-1)?.data).toEqual({
      staffId: 'zhao',
      proposalId: id,
    })
    expect(hall.events('enrolment.issued').at(-1)?.data.expiresAt).toBe(hall.now + enrolmentMs)
  })
})
