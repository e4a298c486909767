import { io } from 'socket.io-client'
import type { Socket } from 'socket.io-client'
import { line, quantile } from './figures.ts'
import type { FloorServer } from './floor/start.ts'
import type { Product } from './product.ts'

export type CallFigures = { side: string; p50Ms: number; p99Ms: number }[]

const widths = [28, 9, 9]

/** From the press of “call next” to the frame on a wall, beside one commit and one emit. */
export async function benchCalls(
  floor: FloorServer,
  product: Product,
  terminal: string,
  calls: number,
): Promise<CallFigures> {
  const kiosk = await product.key('kiosk')
  const wall = await product.key('display')
  const [serviceId = ''] = product.serviceIds
  for (let at = 0; at < calls; at++) await product.ask('POST', '/tickets', kiosk, { serviceId })
  const screen = await connect(product.url, { token: wall })
  const bareScreen = await connect(floor.url, {})
  const bare: number[] = []
  const whole: number[] = []
  for (let at = 0; at < calls; at++) {
    bare.push(await timed(bareScreen, () => fetch(`${floor.url}/call`, { method: 'POST' })))
    whole.push(await timedCall(product, screen, terminal))
  }
  screen.disconnect()
  bareScreen.disconnect()
  const figures = [
    { side: 'one row', p50Ms: quantile(bare, 0.5), p99Ms: quantile(bare, 0.99) },
    { side: 'product', p50Ms: quantile(whole, 0.5), p99Ms: quantile(whole, 0.99) },
  ]
  print(figures)
  return figures
}

function print(figures: CallFigures): void {
  console.log(line(['Call → frame on the wall', 'p50 ms', 'p99 ms'], widths))
  for (const { side, p50Ms, p99Ms } of figures)
    console.log(line([side, p50Ms.toFixed(2), p99Ms.toFixed(2)], widths))
  const [bare, whole] = figures
  const ratio = (field: 'p50Ms' | 'p99Ms') =>
    `${((whole?.[field] ?? 0) / (bare?.[field] ?? 1)).toFixed(2)} ×`
  console.log(line(['product is', ratio('p50Ms'), ratio('p99Ms')], widths) + '\n')
}

async function timedCall(product: Product, screen: Socket, terminal: string): Promise<number> {
  type Called = { ticket: { id: string; ticketNo: string } }
  let called: Called | undefined
  const took = await timed(screen, async () => {
    called = await product.ask<Called>('POST', '/counters/c1/call-next', terminal)
  })
  const id = called?.ticket.id ?? ''
  await product.ask('POST', `/tickets/${id}/start`, terminal)
  await product.ask('POST', `/tickets/${id}/complete`, terminal)
  await quiet(screen)
  return took
}

/** Time until the screen hears the next view after an act. */
async function timed(screen: Socket, act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  const heard = new Promise<number>((done) =>
    screen.once('view', () => done(performance.now() - began)),
  )
  await act()
  return heard
}

/** Lets frames of the acts between two calls pass, so that they are not taken for the next one's. */
function quiet(screen: Socket): Promise<void> {
  return new Promise((done) => {
    let timer = setTimeout(end, 60)
    const again = () => {
      clearTimeout(timer)
      timer = setTimeout(end, 60)
    }
    function end(): void {
      screen.off('view', again)
      done()
    }
    screen.on('view', again)
  })
}

async function connect(url: string, auth: Record<string, string>): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], auth })
  await new Promise<void>((ready) => socket.once('connect', ready))
  if ('token' in auth) await new Promise((ready) => socket.once('view', ready))
  return socket
}
