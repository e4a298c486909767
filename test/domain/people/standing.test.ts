// Broken once and seen to fail: `whySignInGone` asking for the session alone → the role's act was let through
import { expect, test } from 'vitest'
import { event } from '#domain/events.ts'
import { signInAtConsole } from '#domain/people/console-acts.ts'
import { whySignInGone } from '#domain/people/standing.ts'
import { Hall } from '../../support/hall.ts'
import { making } from '../../support/office.ts'

const sessionId = 'console-1'
const actor = { kind: 'manager', id: 'li', deviceId: null } as const
const why = (hall: Hall) => whySignInGone(hall.day, { sessionId, actor })

function managerAtConsole(): Hall {
  const hall = new Hall()
  making(hall, 'li', 'manager', 'leader')
  const wanted = { sessionId, staffId: 'li', method: 'passkey' } as const
  hall.run((day, moment) => signInAtConsole(day, wanted, moment))
  expect(why(hall)).toBeNull()
  return hall
}

test('A2 what was on its way in a role that is taken meanwhile records nothing', () => {
  const hall = managerAtConsole()
  // The role alone: whatever else ends with it, the session may be another one by now.
  hall.add(event('role.revoked', { staffId: 'li', role: 'manager', reason: 'test' }))
  expect(why(hall)).toMatchObject({ refused: 'not-allowed' })
})

test('A2 nor does anything under a session that has ended', () => {
  const hall = managerAtConsole()
  hall.add(event('console.signed_out', { sessionId, because: 'forced' }))
  expect(why(hall)).toMatchObject({ refused: 'session-ended' })
})
