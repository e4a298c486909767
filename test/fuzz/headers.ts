import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { contentTypes, hostileText } from './hostile.ts'
import type { Sent } from './wire.ts'

type Headers = Sent['headers']

/** Changes the headers of a request as no honest client would. */
type Twist = (headers: Headers) => Headers

/** A twist, and whether a server may hang up on it without a word. */
export type Twisted = { twist: Twist; rude: boolean }

/** What every request carries that is meant well. */
export function honestHeaders(credential: Headers, body: Buffer | null, method: string): Headers {
  return [
    ['Host', '127.0.0.1'],
    ...credential,
    ...(method === 'GET' ? [] : ([['Idempotency-Key', randomUUID()]] as Headers)),
    ...(body === null
      ? ([] as Headers)
      : ([
          ['Content-Type', 'application/json'],
          ['Content-Length', String(body.length)],
        ] as Headers)),
  ]
}

const isNamed =
  (name: string) =>
  ([one]: [string, string]) =>
    one.toLowerCase() === name

const set =
  (name: string, value: string): Twist =>
  (headers) => [...headers.filter((one) => !isNamed(name.toLowerCase())(one)), [name, value]]

const add =
  (name: string, value: string): Twist =>
  (headers) => [...headers, [name, value]]

const without =
  (name: string): Twist =>
  (headers) =>
    headers.filter((one) => !isNamed(name)(one))

const again =
  (name: string): Twist =>
  (headers) => [...headers, ...headers.filter(isNamed(name))]

/** Every header that is read somewhere, set to something hostile. */
const readHeaders = [
  ...[
    'Authorization',
    'Staff-Session',
    'Hall-Id',
    'Idempotency-Key',
    'Cookie',
    'Origin',
    'Referer',
  ],
  ...[
    'Accept-Language',
    'Accept',
    'Accept-Encoding',
    'If-None-Match',
    'If-Modified-Since',
    'Range',
  ],
  ...['X-Forwarded-For', 'X-Forwarded-Host', 'X-Forwarded-Proto', 'Forwarded', 'X-Real-IP', 'Host'],
  ...['X-HTTP-Method-Override', 'X-Original-URL', 'Content-Encoding', 'Content-Type', 'User-Agent'],
  ...['Sec-Fetch-Site', '__proto__', 'constructor', 'Access-Control-Request-Method', 'Prefer'],
]

/** Characters that may stand in a header; all others make the whole request unreadable. */
const printable = (text: string) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?').slice(0, 6_000)

const polite = (twists: Twist[]) => twists.map((twist) => ({ twist, rude: false }))
const rude = (twists: Twist[]) => twists.map((twist) => ({ twist, rude: true }))

const fixed: Twisted[] = [
  ...polite(
    contentTypes.filter((type) => !type.includes('\0')).map((type) => set('Content-Type', type)),
  ),
  ...polite([
    ...['idempotency-key', 'content-type', 'authorization', 'staff-session'].map(again),
    ...['idempotency-key', 'content-type', 'authorization'].map(without),
    ...['1', 'x'.repeat(36), '{}', `${randomUUID()},${randomUUID()}`].map((key) =>
      set('Idempotency-Key', key),
    ),
    ...['Basic b3BlcmF0b3I6', 'Bearer', 'Bearer  ', 'bearer x', 'Bearer a b', 'Digest x=y', ''].map(
      (value) => set('Authorization', value),
    ),
    add('Authorization', 'Bearer second'),
    set('Authorization', `Bearer ${'a'.repeat(7_000)}`),
    ...['elsewhere', '__proto__', '', '../binjiang', 'binjiang, binjiang'].map((hall) =>
      set('Hall-Id', hall),
    ),
    ...['https://evil.example', 'null', 'file://', 'http://127.0.0.1.evil.example', '%'].map(
      (origin) => set('Origin', origin),
    ),
    ...['device=x; console=y', '__proto__=1; constructor=2', '=;=;=', 'a'.repeat(5_000)].map(
      (cookie) => set('Cookie', cookie),
    ),
    ...[
      '__Host-console=x; __Host-device=y',
      'device=x; device=y',
      'console="a;b"',
      '\xff=\xff',
    ].map((cookie) => set('Cookie', cookie)),
    ...['DELETE', 'TRACE'].map((method) => set('X-HTTP-Method-Override', method)),
    ...['gzip', 'deflate', 'br', 'nothing'].map((coding) => set('Content-Encoding', coding)),
    add('Range', `bytes=${'0-,'.repeat(500)}0`),
    (headers) => [
      ...headers,
      ...Array.from({ length: 150 }, (_, at): [string, string] => [`X-${at}`, 'y']),
    ],
  ]),
  ...rude([
    without('host'),
    again('host'),
    without('content-length'),
    again('content-length'),
    add('Content-Length', '1'),
    ...['-1', '1e3', '99999999999999999999', 'x', '0x10'].map((size) =>
      set('Content-Length', size),
    ),
    add('Transfer-Encoding', 'chunked'),
    set('Transfer-Encoding', 'gzip, chunked'),
    set('Transfer-Encoding', 'x'),
    set('Expect', '100-continue'),
    set('Expect', 'the-unexpected'),
    set('Connection', 'close'),
    (headers) => [...headers, ['Connection', 'Upgrade'], ['Upgrade', 'h2c']],
    (headers) => [...headers, ['Connection', 'Upgrade'], ['Upgrade', 'websocket']],
    set('X-Long', 'a'.repeat(20_000)),
    set('Content-Type', 'application/json\0'),
    add('Bad Name', 'x'),
    add('', 'x'),
    add('X', 'a\r\nHost: evil.example'),
    add('X', 'a\n b'),
    add('X', '\0'),
  ]),
]

const anyHeader = fc
  .tuple(fc.constantFrom(...readHeaders), hostileText)
  .map(([name, text]): Twisted => ({
    twist: set(name, printable(text)),
    rude: name === 'Host' || name === '__proto__',
  }))

const oneTwist = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...fixed) },
  { weight: 1, arbitrary: anyHeader },
)

/** No twist mostly, sometimes one or two. */
export const twists: fc.Arbitrary<Twisted> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Twisted>({ twist: (headers) => headers, rude: false }) },
  { weight: 3, arbitrary: oneTwist },
  {
    weight: 1,
    arbitrary: fc.tuple(oneTwist, oneTwist).map(([first, second]): Twisted => ({
      twist: (headers) => second.twist(first.twist(headers)),
      rude: first.rude || second.rude,
    })),
  },
)
