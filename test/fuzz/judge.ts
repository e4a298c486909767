import type { Knock } from './requests.ts'
import type { Answer, Outcome } from './wire.ts'

/** What no answer may tell: where the program lies, how it is made, where it failed. */
const inside = [
  /\n\s+at .+:\d+/,
  /node_modules/,
  /\b(?:server|domain|contract)\/[\w/-]+\.ts/,
  /file:\/\/\//,
  /SQLITE_|SqliteError|better-sqlite3/,
  /\b(?:TypeError|RangeError|ReferenceError|SyntaxError): /,
  /root:x:0:0/,
  /"lockfileVersion"|"devDependencies"/,
]

/** Doors of this interface answer refusals in one shape; files and the manual do not. */
const interfaceAddress = /^\/api\/v1\//

/**
 * Everything that is wrong with what came of a request. `changes`: what has happened in the record
 * since it was sent.
 */
export function faultsOf(knock: Knock, outcome: Outcome, changes: readonly string[]): string[] {
  if (outcome === 'silent') return ['no answer']
  if (outcome === 'cut')
    return knock.rude ? effects(changes) : ['the line was cut', ...effects(changes)]
  const { status } = outcome
  return [
    ...(status >= 500 && !isMeant(knock, status) ? [`${status}`] : []),
    ...(status >= 400 || isReading(knock) ? effects(changes) : []),
    ...(status < 300 && !isAskedFor(knock)
      ? ['took a body that is not what the door asks for']
      : []),
    ...told(knock, outcome),
    ...shapeFaults(knock, outcome),
  ]
}

/** That the server is not ready is what a supervisor asks for; a run closes days and fills lines. */
const isMeant = ({ sent: { target } }: Knock, status: number) =>
  status === 503 && target.startsWith('/readyz')

const effects = (changes: readonly string[]) =>
  changes.length > 0 ? [`changed: ${[...new Set(changes)].join(', ')}`] : []

const isReading = ({ sent: { method } }: Knock) => ['GET', 'HEAD', 'OPTIONS'].includes(method)

/** Whether the body that was sent is one that the door takes. */
function isAskedFor({ plan: { door }, sent: { method, body, headers } }: Knock): boolean {
  if (!door?.body || method !== door.method || headers.some(([name]) => isLength(name, headers)))
    return true
  const text = body?.toString() ?? ''
  // A command whose fields may all be missing may come without any.
  if (text === '') return !door.body.required?.length
  try {
    return door.takes(JSON.parse(text))
  } catch {
    return false
  }
}

/** Another length than the body has: the server reads another body than was meant. */
const isLength = (name: string, headers: [string, string][]) =>
  name.toLowerCase() === 'transfer-encoding' ||
  headers.filter(([one]) => one.toLowerCase() === 'content-length').length > 1

function told({ member, sent }: Knock, { status, text, headers }: Answer): string[] {
  const all = `${text}\n${[...headers.values()].join('\n')}`
  // What the request itself carried in plain sight may be named as what is wrong with it.
  const plain = sent.headers.filter(
    ([name]) => !/^(?:authorization|cookie|staff-session)$/i.test(name),
  )
  const said = [sent.target, sent.body?.toString() ?? '', ...plain.map(([, value]) => value)].join(
    '\n',
  )
  const leaks = inside.filter((pattern) => pattern.test(all) && !pattern.test(said))
  const secrets = status < 400 ? [] : member.secrets.filter((one) => all.includes(one))
  return [
    ...leaks.map((pattern) => `told of its inside: ${pattern.source}`),
    ...secrets.filter((one) => !said.includes(one)).map(() => 'gave the credential back'),
  ]
}

function shapeFaults(knock: Knock, { status, headers, text }: Answer): string[] {
  if (status < 400 || knock.rude || !interfaceAddress.test(knock.sent.target)) return []
  if (knock.sent.method === 'HEAD') return []
  if (!headers.get('content-type')?.startsWith('application/problem+json'))
    return [`a refusal (${status}) that is no problem+json: ${text.slice(0, 80)}`]
  const { code } = JSON.parse(text) as { code?: string }
  return code ? [] : ['a refusal without a code']
}

/** The request as one can send it again. */
export function asText({ member, sent: { method, target, headers, body } }: Knock): string {
  const shown = headers
    .filter(([name]) => name !== 'Host')
    .map(([name, value]) => `${name}: ${/^(?:Auth|Cookie|Staff)/.test(name) ? '…' : cut(value)}`)
  return `${member.name}: ${method} ${cut(target)} [${shown.join(' | ')}] ${cut(body?.toString() ?? '')}`
}

const cut = (text: string) => (text.length > 300 ? `${text.slice(0, 300)}…` : text)
