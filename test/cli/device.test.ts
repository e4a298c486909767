import { afterEach, beforeEach, expect, test } from 'vitest'
import { consoleOf } from '../support/console.ts'
import { paired } from '../support/device.ts'
import { TestServer } from '../support/server.ts'
import { Machine } from './machine.ts'

let machine: Machine
beforeEach(() => {
  machine = new Machine()
})
afterEach(() => machine.remove())

test('paired screens are listed and let go, with a reason', { timeout: 90_000 }, async () => {
  const { dataDir } = machine
  const server = await TestServer.start({ dataDir })
  expect(server.hall.day.devices.size).toBe(0)
  const { deviceId } = await paired(server, await consoleOf(server, 'manager'), 'evaluator', 'c3')
  await server.close()

  expect(await machine.say('device', 'list')).toMatch(`${deviceId}  evaluator  3 `)
  expect((await machine.hall('device', 'revoke', deviceId)).err).toContain('--reason')
  const said = await machine.say('device', 'revoke', deviceId, '--reason', 'stolen')
  expect(said).toContain('(evaluator) is revoked')
  expect(await machine.say('device', 'list')).toContain('revoked: stolen')
  expect(await machine.say('verify')).toContain('binjiang')
})
