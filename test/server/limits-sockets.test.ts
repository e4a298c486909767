// Each was broken once and its test seen to fail:
//   the deadline of a stranger’s socket taken out             → still open after 6 s
//   places of an address not counted (`inside` never filled)  → 60 sockets open at once
//   those beyond the twenty turned away instead of let wait   → 200 screens, some never shown
//   the error of a waiting line not listened to               → an uncaught ECONNRESET
import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { io } from 'socket.io-client'
import type { Socket } from 'socket.io-client'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { socketLimits } from '#server/limits.ts'
import { TestServer } from '../support/server.ts'
import { until } from '../support/wait.ts'

let server: TestServer

describe('a socket without a credential', () => {
  const opened: Socket[] = []

  beforeAll(async () => {
    server = await TestServer.start()
  })
  afterEach(() => {
    for (const socket of opened.splice(0)) socket.disconnect()
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
    expect(tookMs).toBeLessThan(socketLimits.unknownMs + 1_000)
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
    await sleep(1_000)
    expect(open).toBe(socketLimits.unknownPerAddress)
    await until(() => ended === lines.length, 'the end of them all', socketLimits.unknownMs + 1_500)
    expect(performance.now() - began).toBeLessThan(socketLimits.unknownMs + 1_500)
  })

  test('W6 leaves room for screens that show theirs, though all come at once and little is left', async () => {
    const { token } = await server.display()
    const held = Array.from({ length: socketLimits.unknownPerAddress - 2 }, stranger)
    await Promise.all(
      held.map((line) => new Promise((resolve) => line.addEventListener('open', resolve))),
    )
    let shown = 0
    for (let n = 0; n < 200; n++) {
      const screen = io(server.url, {
        ...{ transports: ['websocket'], forceNew: true, reconnection: false, auth: { token } },
      })
      screen.once('view', () => shown++)
      opened.push(screen)
    }
    await until(() => shown === 200, 'all screens', 10_000)
    for (const line of held) line.close()
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
