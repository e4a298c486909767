import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bodyOf } from '#contract/body.ts'
import type { Route } from '#contract/route.ts'
import { routes } from '#contract/routes.ts'
import type { RouteKey } from '#contract/routes.ts'
import { refusals } from '#contract/refusals.ts'
import { actIds, codeFor } from '#domain/people/matrix.ts'
import { principalKinds } from '#domain/people/principal.ts'
import { refusalCodes } from '#domain/refusal.ts'
import type { Heard } from '../support/client.ts'
import { TestServer } from '../support/server.ts'

type Operation = {
  summary?: string
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: { content: Record<string, { schema: object }> }
  responses: Record<string, { content?: Record<string, { schema: object }> }>
}
type Manual = {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: { Problem: { properties: { code: { enum: string[] } } } } }
}

let server: TestServer
let manual: Manual

const get = (path: string): Promise<Heard> => server.anybody.fetch('GET', path, {})

beforeAll(async () => {
  server = await TestServer.start()
  manual = JSON.parse((await get('/api/v1/openapi.json')).text) as Manual
})
afterAll(() => server.stop())

const doors = Object.keys(routes) as RouteKey[]

/** The entry of a door in the manual. */
function operationOf(door: RouteKey): Operation | undefined {
  const [method = '', path = ''] = door.split(' ')
  return manual.paths[path.replace(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]
}

describe('openapi.json', () => {
  test.each(doors)('H14 describes %s with all that goes in and comes out', (door) => {
    const route: Route = routes[door]
    const operation = operationOf(door)
    expect(operation?.summary).toBe(route.summary)
    const named = (place: string) =>
      (operation?.parameters ?? []).filter((one) => one.in === place).map(({ name }) => name)
    expect(named('path')).toEqual(keysOf(route.params))
    expect(named('query')).toEqual(keysOf(route.query))
    const sent = operation?.requestBody?.content['application/json']?.schema
    expect(keysOf(sent)).toEqual(keysOf(bodyOf(route).body))
    const success = operation?.responses[String(route.status ?? 200)]
    const replied = keysOf(success?.content?.['application/json']?.schema)
    const told = route.file ? [] : ['epoch', 'seq', ...keysOf(route.reply)]
    expect(new Set(replied)).toEqual(new Set(told))
    expect(Object.keys(success?.content ?? {})).toEqual([route.file ?? 'application/json'])
    expect(operation?.responses['default']?.content).toEqual({
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    })
  })

  test('H14 describes no door that the contract does not have', () => {
    const described = Object.entries(manual.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map(
        (method) => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      ),
    )
    expect(described.toSorted()).toEqual(doors.toSorted())
  })

  test('H14 names every code of a refusal', () => {
    expect(manual.openapi).toMatch(/^3\.1/)
    expect(manual.components.schemas.Problem.properties.code.enum).toEqual([...refusalCodes])
  })

  test('H14 points to nothing that is not in it', () => {
    const text = JSON.stringify(manual)
    const pointers = [...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
    expect(pointers.length).toBeGreaterThan(0)
    for (const pointer of new Set(pointers)) expect(at(manual, pointer)).toBeTypeOf('object')
  })
})

function keysOf(schema: object | undefined): string[] {
  return Object.keys((schema as { properties?: object } | undefined)?.properties ?? {})
}

function at(document: object, pointer: string): unknown {
  return pointer
    .split('/')
    .reduce<unknown>(
      (part, name) => (part as Record<string, unknown> | undefined)?.[name],
      document,
    )
}

describe('the page of the matrix', () => {
  test('A1 shows every act with its cells, and where it is done', async () => {
    const { text } = await get('/api/docs/access')
    for (const act of actIds) {
      const [, cells = ''] = new RegExp(`<tr id="${act}">(.*)</tr>`).exec(text) ?? []
      for (const kind of principalKinds) expect(cells).toContain(`<td>${codeFor(act, kind)}</td>`)
      for (const door of doors) if (routes[door].act === act) expect(cells).toContain(door)
    }
  })
})

describe('the page of the interface', () => {
  test('H14 is served with all it needs, and asks nobody else', async () => {
    const page = await get('/api/docs/')
    expect(page.status).toBe(200)
    const parts = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, part = '']) => part)
    expect(parts.length).toBeGreaterThan(3)
    for (const part of parts) {
      expect(part).toMatch(/^\.\/static\//)
      expect((await get(`/api/docs/${part.slice(2)}`)).status).toBe(200)
    }
    const policy = page.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/default-src 'none'/)
    expect(policy).not.toMatch(/https?:|\*/)
    const settings = (await get('/api/docs/static/swagger-initializer.js')).text
    expect(settings).toMatch(/"validatorUrl":\s*null/)
    const shown = JSON.parse((await get('/api/docs/json')).text) as Manual
    expect(Object.keys(shown.paths)).toEqual(Object.keys(manual.paths))
  })

  test('H14 explains every code at the address that a refusal names', async () => {
    const { text, status } = await get('/api/docs/problems')
    expect(status).toBe(200)
    for (const code of refusalCodes) {
      expect(text).toContain(`id="${code}"`)
      expect(text).toContain(refusals[code].en)
    }
  })
})
