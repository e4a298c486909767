import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { sampleHall } from '#server/sample/index.ts'

/** As many services as a county hall has, each with a letter of its own: no series ends in a run. */
const letters = Array.from({ length: 25 }, (_, at) =>
  String.fromCharCode(65 + Math.floor(at / 26), 65 + (at % 26)),
)
export const hallId = 'bench'

export type Product = {
  url: string
  dataDir: string
  child: ChildProcess
  serviceIds: string[]
  counterIds: string[]
  pins: Map<string, string>
  key: (kind: string, counterId?: string) => Promise<string>
  ask: <T>(method: string, path: string, bearer: string, body?: object) => Promise<T>
}

const here = join(import.meta.dirname, '..')

/**
 * Starts the real server, of this folder or of another state of the product, and sets up a hall
 * with many letters and six counters, by its doors.
 */
export async function startProduct(root: string = here): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'hall-bench-'))
  const child = fork(join(root, 'server/main.ts'), {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', SAMPLE_HALL: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  await new Promise<void>((ready) =>
    child.stdout?.on('data', (text) => {
      if (String(text).includes('Ready')) ready()
    }),
  )
  const file = readFileSync(join(dataDir, 'server.json'), 'utf8')
  const { url, operatorToken } = JSON.parse(file) as { url: string; operatorToken: string }
  const ask: Product['ask'] = async (method, path, bearer, body) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${bearer}`,
        'idempotency-key': randomUUID(),
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return (await response.json()) as never
  }
  const key = async (kind: string, counterId?: string) => {
    const made = await ask<{ secret: string }>('POST', '/keys', operatorToken, {
      kind,
      ...(counterId ? { counterId } : {}),
    })
    return made.secret
  }
  const product = { url, dataDir, child, ask, key, pins: new Map<string, string>() }
  return { ...product, ...(await setUp(product, operatorToken)) }
}

async function setUp({ ask, pins }: Pick<Product, 'ask' | 'pins'>, operator: string) {
  const [group] = sampleHall.groups
  const [service] = sampleHall.services
  const [counter] = sampleHall.counters
  const hall = { ...sampleHall.hall, id: hallId, purpose: 'hall' }
  await ask('POST', '/halls', operator, { hall })
  for (const prefix of letters) {
    const id = prefix.toLowerCase()
    await ask('PUT', `/setup/group/${id}`, operator, { ...group, id, prefix })
    await ask('PUT', `/setup/service/${id}`, operator, { ...service, id, groupId: id })
  }
  const serviceIds = letters.map((prefix) => prefix.toLowerCase())
  const counterIds = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']
  for (const [at, id] of counterIds.entries()) {
    await ask('PUT', `/setup/counter/${id}`, operator, {
      ...{ ...counter, id, no: String(at + 1), serviceIds },
    })
    const staff = sampleHall.staff[at]
    await ask('PUT', `/setup/staff/${staff?.id}`, operator, { ...staff, serviceIds: null })
    const made = await ask<{ staffNo: string; pin: string }>(
      'POST',
      `/staff/${staff?.id}/pin`,
      operator,
      {},
    )
    pins.set(made.staffNo, made.pin)
  }
  return { serviceIds, counterIds }
}

/** Signs somebody in at a counter and opens it; gives the terminal's key. */
export async function openCounter(product: Product, at: number): Promise<string> {
  const counterId = product.counterIds[at] ?? ''
  const [staffNo, pin] = [...product.pins][at] ?? []
  const terminal = await product.key('terminal', counterId)
  await product.ask('POST', `/counters/${counterId}/sign-in`, terminal, { staffNo, pin })
  await product.ask('POST', `/counters/${counterId}/open`, terminal)
  return terminal
}
