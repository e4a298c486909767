import { expect, test } from 'vitest'
import { filesOf, importsOf, type Import, type Source } from './sources.ts'

/** Whom a room may see: as values, as types only, and which packages. */
interface Neighbours {
  values: string[]
  types: string[]
  packages: RegExp
}

const screen: Neighbours = {
  values: ['ui-kit'],
  types: ['contract', 'typebox'],
  packages: /^(?:lit|@lit\/.+|uqr)$/,
}

/** What an installation without the development tools has: the server needs no more. */
const shipped = filesOf(/^package\.json$/).flatMap(({ text }) => {
  const { dependencies } = JSON.parse(text) as { dependencies: object }
  return Object.keys(dependencies)
})

const rooms: Record<string, Neighbours> = {
  domain: { values: [], types: [], packages: /^(?!)/ },
  contract: { values: ['domain'], types: [], packages: /^typebox$/ },
  server: {
    values: ['contract', 'domain'],
    types: [],
    packages: new RegExp(`^(?:node:.+|${shipped.join('|')})$`),
  },
  'ui-kit': {
    values: [],
    types: ['contract', 'typebox'],
    packages: /^(?:lit|@lit\/.+|uqr|uuid|socket\.io-client|@fontsource-variable\/.+)$/,
  },
  'kiosk-ui': screen,
  'counter-ui': screen,
  'display-ui': screen,
  'evaluator-ui': screen,
  'phone-ui': screen,
  'start-ui': screen,
  // Passkeys are asked for by the library that also checks them at the server.
  'manager-ui': { ...screen, packages: /^(?:lit|@lit\/.+|@simplewebauthn\/browser)$/ },
}

const roomOf = (path: string): string => path.split('/')[0] ?? ''
const isProduct = new RegExp(`^(?:${Object.keys(rooms).join('|')})/.*\\.ts$`)

/** The slice of the server a file belongs to; the files that join the slices belong to none. */
const sliceOf = (path: string): string => /^server\/([^/]+)\//.exec(path)?.[1] ?? ''

function strangers(source: Source): string[] {
  const room = roomOf(source.path)
  const neighbours = rooms[room]
  if (!neighbours) return []
  return importsOf(source)
    .filter((found) => !mayImport(room, neighbours, found))
    .map(({ target, typeOnly }) => {
      const sees = typeOnly ? 'sees' : 'imports'
      return `${source.path} ${sees} ${target}: move what both need to a room that ${room} may import`
    })
}

function mayImport(room: string, neighbours: Neighbours, found: Import): boolean {
  const other = found.inProject ? roomOf(found.target) : found.target
  if (found.typeOnly && neighbours.types.includes(other)) return true
  if (!found.inProject) return neighbours.packages.test(other)
  return other === room || neighbours.values.includes(other)
}

function foreignStores(source: Source): string[] {
  const own = sliceOf(source.path)
  if (!own) return []
  return importsOf(source)
    .filter(({ target }) => target.endsWith('/store.ts') && sliceOf(target) !== own)
    .map(({ target }) => `${source.path} imports ${target}: ask that slice's views instead`)
}

/** Circles of files that need each other to run; types alone may point both ways. */
function circles(sources: Source[]): string[] {
  const needs = new Map(
    sources.map((source) => [
      source.path,
      importsOf(source).flatMap(({ target, inProject, typeOnly }) =>
        inProject && !typeOnly ? [target] : [],
      ),
    ]),
  )
  const found: string[] = []
  const done = new Set<string>()
  const visit = (path: string, trail: string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) found.push([...trail.slice(start), path].join(' → '))
    if (start >= 0 || done.has(path)) return
    for (const next of needs.get(path) ?? []) visit(next, [...trail, path])
    done.add(path)
  }
  for (const path of needs.keys()) visit(path, [])
  return found.map((circle) => `${circle}: move what both need to a file of its own`)
}

const planted: [path: string, text: string][] = [
  ['domain/queue/a.ts', "import { open } from '#server/db/open.ts'"],
  ['domain/queue/a.ts', "import type { Ticket } from '../../contract/queue.ts'"],
  ['domain/queue/a.ts', "import { readFile } from 'node:fs/promises'"],
  ['domain/queue/a.ts', "export type App = typeof import('#server/app.ts')"],
  ['contract/a.ts', "import { z } from 'zod'"],
  ['ui-kit/a.ts', "import { Ticket } from '#contract/queue.ts'"],
  ['ui-kit/a.ts', "import Type from 'typebox'"],
  ['ui-kit/a.ts', "export type { State } from '#domain/queue/ticket.ts'"],
  ['kiosk-ui/a.ts', "import '../counter-ui/counter.ts'"],
  ['kiosk-ui/a.ts', "const late = await import('#server/app.ts')"],
  ['server/a.ts', "import { build } from 'vite'"],
  ['server/a.ts', "import { launchBrowser } from '../test/support/browser.ts'"],
]

test.each(planted)('a stranger in %s is seen: %s', (path, text) => {
  expect(strangers({ path, text })).toHaveLength(1)
})

test('neighbours are let in', () => {
  const text = "import { html } from 'lit'\nimport type { Ticket } from '#contract/queue.ts'"
  expect(strangers({ path: 'kiosk-ui/a.ts', text })).toEqual([])
})

test("a slice that reads another slice's store is seen", () => {
  const text = "import { saveTicket } from '#server/queue/store.ts'"
  expect(foreignStores({ path: 'server/evaluation/routes.ts', text })).toHaveLength(1)
  expect(foreignStores({ path: 'server/queue/routes.ts', text })).toEqual([])
})

test('a circle is seen, and types may point both ways', () => {
  const there = { path: 'domain/a.ts', text: "import { b } from './b.ts'" }
  const back = { path: 'domain/b.ts', text: "import { a } from './a.ts'" }
  const typeBack = { path: 'domain/b.ts', text: "import type { A } from './a.ts'" }
  expect(circles([there, back])).toHaveLength(1)
  expect(circles([there, typeBack])).toEqual([])
})

test.each(Object.keys(rooms))('%s imports only its neighbours', (room) => {
  expect(filesOf(new RegExp(`^${room}/.*\\.ts$`)).flatMap(strangers)).toEqual([])
})

test("no slice of the server reads another slice's store", () => {
  expect(filesOf(/^server\/.*\.ts$/).flatMap(foreignStores)).toEqual([])
})

test('no file needs itself', () => {
  expect(circles(filesOf(isProduct))).toEqual([])
})
