import fc from 'fast-check'
import { hostileSegments } from './hostile.ts'
import { Wire } from './wire.ts'

/** Values of the fields with which a line is asked for; each name may stand there twice. */
const fields = {
  EIO: ['4', '3', '2', '', '__proto__', '99999999999', '4.0', '-4'],
  transport: ['polling', 'websocket', 'webtransport', '__proto__', 'constructor', 'toString', ''],
  sid: ['AAAAAAAAAAAAAAAAAAAA', '__proto__', 'constructor', '', '../x', 'a'.repeat(4_000)],
  j: ['0', '__proto__', 'alert(1)//', '<script>'],
  b64: ['1', '__proto__'],
  t: ['x', '%00'],
}

const pair = fc
  .constantFrom(...(Object.keys(fields) as (keyof typeof fields)[]))
  .chain((name) => fc.constantFrom(...fields[name]).map((value) => `${name}=${value}`))

const bodies = [
  ...[
    '40',
    '40{"token":"x"}\x1e42["again"]',
    '\x1e\x1e\x1e',
    '4',
    '',
    '1:2:3',
    'bAAAA',
    '6:40{"a"}',
  ],
  ...[
    '40\x1e'.repeat(500),
    '4'.repeat(17_000),
    '42["painted",{"seq":1}]',
    '\0',
    '[',
    '0{"sid":"x"}',
  ],
]

const handshake = fc.record({
  method: fc.constantFrom('GET', 'POST', 'POST', 'PUT', 'OPTIONS', 'DELETE'),
  path: fc.oneof(
    { weight: 8, arbitrary: fc.constant('/socket.io/') },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...hostileSegments).map((text) => `/socket.io/${text}`),
    },
  ),
  pairs: fc.array(pair, { maxLength: 6 }),
  body: fc.constantFrom(...bodies),
  type: fc.constantFrom('text/plain', 'application/json', 'application/octet-stream', '__proto__'),
  /** Whether a line is really opened first, so that the body comes to one. */
  opened: fc.boolean(),
})

/** Asks for lines as no browser does, over HTTP; notes what is wrong, and says how many were asked. */
export async function fuzzHandshakes(
  url: string,
  count: number,
  seed: number,
  faults: string[],
): Promise<number> {
  const wire = new Wire(url)
  for (const { method, path, pairs, body, type, opened } of fc.sample(handshake, {
    numRuns: count,
    seed,
  })) {
    const line = opened ? [`sid=${await openLine(wire)}`] : []
    const search = ['EIO=4', 'transport=polling', ...line, ...pairs].join('&')
    const bytes = method === 'GET' ? null : Buffer.from(body)
    const sent = {
      method,
      target: `${path}?${search}`,
      headers: headersOf(bytes, type),
      body: bytes,
    }
    const outcome = method === 'GET' && opened ? 'cut' : await wire.send(sent, true)
    if (typeof outcome !== 'string' && outcome.status >= 500)
      faults.push(`${outcome.status}: ${method} ${sent.target.slice(0, 200)} ${body.slice(0, 60)}`)
  }
  wire.close()
  return count
}

function headersOf(body: Buffer | null, type: string): [string, string][] {
  const host: [string, string] = ['Host', '127.0.0.1']
  if (!body) return [host]
  return [host, ['Content-Type', type], ['Content-Length', String(body.length)]]
}

/** The id of a line that was opened in the honest way. */
async function openLine(wire: Wire): Promise<string> {
  const target = '/socket.io/?EIO=4&transport=polling'
  const outcome = await wire.send(
    { method: 'GET', target, headers: headersOf(null, ''), body: null },
    true,
  )
  const text = typeof outcome === 'string' ? '' : outcome.text
  return /"sid":"([\w-]+)"/.exec(text)?.[1] ?? 'none'
}
