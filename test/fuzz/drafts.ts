import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Door } from './doors.ts'
import { hostileName, hostileSegments, hostileText, hostileValue } from './hostile.ts'
import type { Known } from './known.ts'
import { valuesOf } from './schemas.ts'

/** Something that is made whole when it is sent, out of what the run knows by then. */
export type Draft<T> = (known: Known) => T

const often = <T>(weight: number, arbitrary: fc.Arbitrary<T>) => ({ weight, arbitrary })

/** The address of a door with its ids and its questions. */
export function targetsOf({ path, parameters }: Door): fc.Arbitrary<Draft<string>> {
  const inPath = parameters.filter((one) => one.in === 'path')
  const segments = inPath.map(({ name, schema }) => segmentsOf(valuesOf(schema, name)))
  return fc
    .tuple(fc.tuple(...segments), searchesOf(parameters), fc.integer({ min: 0, max: 99 }))
    .map(([made, search, roll]) => (known) => {
      const filled = inPath.reduce(
        (text, { name }, at) => text.replace(`{${name}}`, made[at]?.(known) ?? ''),
        path,
      )
      return bent(filled, roll) + search(known)
    })
}

/** Most addresses stay as they are; some are bent as proxies and attackers bend them. */
function bent(path: string, roll: number): string {
  if (roll === 0) return path.replaceAll('/', '//')
  if (roll === 1) return `${path}/`
  if (roll === 2) return path.toUpperCase()
  if (roll === 3) return path.replace('/api', '/./api')
  if (roll === 4) return path.replace('/v1/', '/v1/..%2fv1/')
  return path
}

function segmentsOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<Draft<string>> {
  const honest = values.map(
    (value): Draft<string> =>
      (known) =>
        encoded(known.fill(value)),
  )
  const raw = fc.constantFrom(...hostileSegments).map(
    (text): Draft<string> =>
      () =>
        text,
  )
  const text = hostileText.map(
    (one): Draft<string> =>
      () =>
        encoded(one),
  )
  return fc.oneof(often(14, honest), often(1, raw), often(1, text))
}

/** Lone surrogates have no address: they are sent as the byte order has them. */
function encoded(value: unknown): string {
  return encodeURIComponent(String(value).toWellFormed())
}

function searchesOf(parameters: Door['parameters']): fc.Arbitrary<Draft<string>> {
  const asked = parameters.filter((one) => one.in === 'query')
  const honest = fc.record(
    Object.fromEntries(asked.map(({ name, schema }) => [name, valuesOf(schema, name)])),
    { requiredKeys: asked.filter(({ required }) => required).map(({ name }) => name) },
  )
  const plain = honest.map(
    (values): Draft<string> =>
      (known) =>
        searchOf(known.fill(values)),
  )
  const names = asked.length > 0 ? fc.constantFrom(...asked.map(({ name }) => name)) : hostileName
  const odd = fc.tuple(fc.oneof(names, hostileName), hostileText, fc.nat(6))
  const wild = fc
    .tuple(honest, odd)
    .map(([values, [name, text, way]]): Draft<string> => (known) => {
      const before = searchOf(known.fill(values)) || '?'
      return before + oddPair(encoded(name), encoded(text), way)
    })
  return fc.oneof(often(80, plain), often(asked.length > 0 ? 40 : 4, wild))
}

function searchOf(values: unknown): string {
  const pairs = Object.entries(values as object).map(
    ([name, value]) => `${encoded(name)}=${encoded(value)}`,
  )
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

function oddPair(name: string, text: string, way: number): string {
  if (way === 0) return `&${name}=1&${name}=${text}`
  if (way === 1) return `&${name}[]=${text}`
  if (way === 2) return `&${name}[${name}]=${text}&__proto__[isAdmin]=1`
  if (way === 3) return `&${name}=%ZZ&%=%ff`
  if (way === 4) return `&${`${name}=1&`.repeat(800)}`.slice(0, 9_000)
  return `&${name}=${text}`
}

/** What a body is made of, and whether it comes as JSON text. */
export type Body = { bytes: Buffer } | null

/** Bodies of a door: most are nearly right, for what is nearly right gets furthest. */
export function bodiesOf({ body: schema }: Door): fc.Arbitrary<Draft<Body>> {
  const raw = rawBodies.map((bytes): Draft<Body> => () => ({ bytes }))
  const none = fc.constant<Draft<Body>>(() => null)
  if (!schema) return fc.oneof(often(20, none), often(1, raw), often(1, jsonOf(hostileValue)))
  const honest = valuesOf(schema)
  const names = Object.keys(schema.properties ?? {})
  const oneOf = names.length > 0 ? fc.constantFrom(...names) : hostileName
  const changed = fc
    .tuple(honest, oneOf, hostileValue)
    .map(([value, name, odd]) => withField(value, name, odd))
  const more = fc
    .tuple(honest, hostileName, hostileValue)
    .map(([value, name, odd]) => withField(value, name, odd))
  const fewer = fc
    .tuple(honest, oneOf)
    .map(([value, name]) =>
      Object.fromEntries(Object.entries(value as object).filter(([one]) => one !== name)),
    )
  return fc.oneof(
    often(12, jsonOf(honest)),
    often(4, jsonOf(changed)),
    often(2, jsonOf(more)),
    often(1, jsonOf(fewer)),
    often(1, jsonOf(hostileValue)),
    often(1, twice(honest, oneOf)),
    often(1, raw),
    often(1, none),
  )
}

function withField(value: unknown, name: string, odd: unknown): object {
  const changed = { ...(value as object) }
  Object.defineProperty(changed, name, { value: odd, enumerable: true, configurable: true })
  return changed
}

function jsonOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<Draft<Body>> {
  return values.map((value) => (known) => ({ bytes: json(known.fill(value)) }))
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value) ?? 'undefined')
}

/** One name twice: the one that is checked must be the one that is used. */
function twice(
  honest: fc.Arbitrary<unknown>,
  names: fc.Arbitrary<string>,
): fc.Arbitrary<Draft<Body>> {
  return fc.tuple(honest, names, hostileValue).map(([value, name, odd]) => (known) => {
    const text = json(known.fill(value)).toString()
    const first = `{${JSON.stringify(name)}:${JSON.stringify(odd)}`
    return { bytes: Buffer.from(text === '{}' ? `${first}}` : `${first},${text.slice(1)}`) }
  })
}

/** No JSON at all, JSON that is cut, too deep, too large, or in another code than UTF-8. */
const rawBodies = fc.oneof(
  fc
    .constantFrom(
      ...[
        '',
        ' ',
        '{',
        '{"a":',
        '{"a":1}}',
        '[1,',
        'null',
        '"',
        '{"a":1,}',
        "{'a':1}",
        '\0',
        'NaN',
      ],
      ...['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"isAdmin":true}}}'],
      ...[
        'a=1&b=2',
        '<?xml version="1.0"?><a/>',
        '{"a":1}\r\nGET / HTTP/1.1\r\n\r\n',
        '1e999',
        '-',
      ],
    )
    .map((text) => Buffer.from(text)),
  fc
    .constantFrom(500, 3_000, 8_000)
    .map((depth) => Buffer.from('['.repeat(depth) + ']'.repeat(depth))),
  fc.constantFrom(16_385, 40_000, 200_000).map((size) => json({ text: 'a'.repeat(size) })),
  fc.constantFrom('\ufeff{"a":1}', '{"a":"\ud83d"}').map((text) => Buffer.from(text, 'utf16le')),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc.constant(randomUUID()).map((text) => Buffer.from(text)),
)
