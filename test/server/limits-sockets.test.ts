// Each was broken once and its test seen to fail:
//   the deadline of a stranger’s socket taken out             → still open after 6 s
//   places of an address not counted (`inside` never filled)  → 60 sockets open at once
//   those beyond the twenty turned away instead of let wait   → twenty of sixty screens shown
//   the error of a waiting line not listened to               → an uncaught ECONNRESET
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { socketLimits } from '#server/limits/limits.ts'
import { TestServer } from '../support/server.ts'
import { until } from '../support/wait.ts'

let server: TestServer

/** What a busy machine may be late with everything. */
const lateMs = 3_000

describe('a socket without a credential', () => {
  beforeAll(async () => {
    server = await TestServer.start()
  })
  afterAll(() => server.stop())

  /** Opens a line as engine.io does, and never says who it is. */
  function stranger(): WebSocket {
    return new WebSocket(`${server.url.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`)
  }

  test('W6 is cut after five seconds', async () => {
    const began = performance.now()
    const line = stranger()
    const ended = new Promise((resolve) => line.addEventListener('close', resolve))
    await new Promise((resolve) => line.addEventListener('open', resolve))
    await ended
    const tookMs = performance.now() - began
    expect(tookMs).toBeGreaterThan(socketLimits.unknownMs - 500)
    expect(tookMs).toBeLessThan(socketLimits.unknownMs + lateMs)
  })

  test('W6 has nineteen beside it from its address at most, and the rest do not outlive the five seconds', async () => {
    const began = performance.now()
    const lines = Array.from({ length: 60 }, stranger)
    let [open, ended] = [0, 0]
    for (const line of lines) {
      line.addEventListener('open', () => open++)
      line.addEventListener('close', () => ended++)
      line.addEventListener('error', () => {})
    }
    await until(() => open === socketLimits.unknownPerAddress, 'as many as may be open')
    await sleep(500)
    expect(open).toBe(socketLimits.unknownPerAddress)
    await until(
      () => ended === lines.length,
      'the end of them all',
      socketLimits.unknownMs + lateMs,
    )
    expect(performance.now() - began).toBeLessThan(socketLimits.unknownMs + lateMs)
  })

  test('W6 lets screens wait for their turn, so that all who show theirs come in', async () => {
    const { token } = await server.display()
    let shown = 0
    // Slow ones, as over a bad line: three times as many as may be strangers at once.
    const lines = Array.from({ length: 3 * socketLimits.unknownPerAddress }, () => {
      const line = stranger()
      line.addEventListener('message', ({ data }) => {
        const said = String(data)
        if (said.startsWith('0')) setTimeout(() => line.send(`40${JSON.stringify({ token })}`), 200)
        if (said.startsWith('42["view"')) shown++
      })
      line.addEventListener('error', () => {})
      return line
    })
    await until(() => shown === lines.length, 'all screens', socketLimits.unknownMs)
    for (const line of lines) line.close()
  })

  test('W6 that breaks while it waits hurts nobody', async () => {
    const { port } = new URL(server.url)
    const lines = Array.from({ length: 40 }, () => {
      const line = connect(Number(port), '127.0.0.1')
      line.on('error', () => {})
      line.write(
        'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
      )
      return line
    })
    await sleep(200)
    for (const line of lines) line.resetAndDestroy()
    const wall = await server.screen('wall', await server.display())
    wall.close()
    expect((await server.anybody.fetch('GET', '/livez', {})).status).toBe(200)
  })
})
