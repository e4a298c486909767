import fc from 'fast-check'
import { HealthReceipt } from '#contract/devices.ts'
import type { ScreenToServer } from '#contract/live.ts'
import type { Schema } from './doors.ts'
import { hostileText, hostileValue, nested } from './hostile.ts'
import { textFrame } from './line.ts'
import type { Frame } from './line.ts'
import { valuesOf } from './schemas.ts'

/** Every event that a screen may send, with what an honest one sends; a new one does not compile here. */
const honest: Record<keyof ScreenToServer, fc.Arbitrary<unknown[]>> = {
  painted: fc.record({ view: fc.constant('wall'), epoch: fc.uuid(), seq: fc.nat() }).map(only),
  again: fc.constant([]),
  health: valuesOf(HealthReceipt as Schema).map(only),
  renewed: fc.record({ token: hostileText }).map(only),
}

function only(value: unknown): unknown[] {
  return [value]
}

/** Names with a meaning to the library, to the server's own side, or to an object. */
const otherNames = [
  ...['connect', 'connection', 'connect_error', 'disconnect', 'disconnecting', 'error', 'message'],
  ...['newListener', 'removeListener', 'ping', 'open', 'close', 'data', 'upgrade', 'packet'],
  ...['view', 'beat', 'gone', 'take', 'call-next', 'join', 'leave', 'subscribe', 'ticket.take'],
  ...['', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a'.repeat(2_000)],
]

const events = Object.keys(honest) as (keyof ScreenToServer)[]

const args = fc.oneof(
  { weight: 4, arbitrary: fc.array(hostileValue, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(nested(500), nested(3_000), Array(3_000).fill(0)).map(only),
  },
  { weight: 1, arbitrary: fc.constant(Array(1_000).fill(null)) },
  { weight: 1, arbitrary: fc.constantFrom(16_300, 16_400, 70_000).map((n) => ['a'.repeat(n)]) },
)

/** No ack, an ack, one that is none. */
const ackIds = fc.constantFrom('', '', '0', '1', '7', '999999999999999999999', '-1', '1.5', '0x1')

const namespaces = fc.oneof(
  { weight: 9, arbitrary: fc.constant('') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...['/,', '/admin,', '/__proto__,', '/#,', '/a?b=c,', '//,', `/${'n'.repeat(3_000)},`, '/'],
    ),
  },
)

const honestEvent = fc
  .constantFrom(...events)
  .chain((name) => honest[name].map((given): unknown[] => [name, ...given]))
const knownEvent = fc.tuple(fc.constantFrom(...events), args)
const otherEvent = fc.tuple(fc.constantFrom<unknown>(...otherNames), args)
const noEvent = fc.tuple(hostileValue, args)
const event = fc.oneof(
  { weight: 2, arbitrary: honestEvent },
  {
    weight: 6,
    arbitrary: fc
      .oneof(knownEvent, otherEvent, noEvent)
      .map(([name, given]): unknown[] => [name, ...given]),
  },
)

/** An event as the library writes it, with a namespace and an ack, whole or cut. */
const eventFrame = fc
  .tuple(namespaces, ackIds, event, fc.integer({ min: 0, max: 30 }))
  .map(([space, ack, said, roll]) => {
    const text = `42${space}${ack}${JSON.stringify(said)}`
    return textFrame(roll === 0 ? text.slice(0, -3) : text)
  })

/** Events with bytes: as many as told, fewer, more, or without end. */
const binaryFrames = fc
  .tuple(
    fc.constantFrom('0', '1', '2', '10', '11', '1000000000', '-1', '1.5', ''),
    ackIds,
    fc.nat(3),
  )
  .map(([told, ack, sent]) => [
    textFrame(
      `45${told}-${ack}["painted",{"_placeholder":true,"num":0},{"_placeholder":true,"num":9}]`,
    ),
    ...Array.from({ length: sent }, () => bytesFrame(Buffer.from([1, 2, 3]))),
  ])

const bytesFrame = (payload: Buffer): Frame => ({ ...textFrame(''), opcode: 2, payload })

/** Packets of the library that no screen sends at that moment, or ever. */
const packets = fc.constantFrom(
  ...['40', '40{"token":1}', '40{"token":"__proto__"}', '40/admin,{}', '40null', '40[]', '40"x"'],
  ...[
    '41',
    '41/admin,',
    '43',
    '430[]',
    '4399999["x"]',
    '43["x"]',
    '431',
    '44{"message":"x"}',
    '44',
  ],
  ...[
    '46',
    '461-0[{"_placeholder":true,"num":0}]',
    '47',
    '48["x"]',
    '4',
    '4x',
    '42',
    '42{}',
    '42null',
  ],
  ...['42[]', '42[null]', '42[[]]', '42"painted"', '42["painted"', '42["painted",', '421', '42/'],
  ...[
    '0',
    '0{}',
    '1',
    '2',
    '2probe',
    '3',
    '3probe',
    '5',
    '6',
    '7',
    '8',
    '',
    'b',
    'bAAEC',
    'x',
    '\0',
  ],
)

/** Frames of the line itself, made wrong. */
const rawFrames: fc.Arbitrary<Frame> = fc.oneof(
  fc.uint8Array({ maxLength: 80 }).map((bytes) => bytesFrame(Buffer.from(bytes))),
  fc
    .uint8Array({ maxLength: 40 })
    .map((bytes) => ({ ...textFrame(''), payload: Buffer.from(bytes) })),
  fc.integer({ min: 0, max: 15 }).map((opcode) => ({ ...textFrame('42["again"]'), opcode })),
  fc
    .constantFrom(0, 0x10, 0x40, 0xc0, 0xf0)
    .map((flags) => ({ ...textFrame('42["again"]'), flags })),
  fc
    .constantFrom(126, 65_536, 2 ** 31, 2 ** 40)
    .map((told) => ({ ...textFrame('42["again"]'), told })),
  fc.constantFrom(
    { ...textFrame('42["again"]'), masked: false },
    { ...textFrame('p'.repeat(200)), opcode: 9 },
    { ...textFrame('\x00\x01'), opcode: 8 },
    { ...textFrame(''), opcode: 8 },
    textFrame('4'.repeat(17_000)),
    textFrame(`42${'['.repeat(8_000)}`),
    textFrame('42["again"]'.repeat(300)),
  ),
)

/** One thing that is sent on a line; it may be several frames. */
export const sending: fc.Arbitrary<Frame[]> = fc.oneof(
  { weight: 12, arbitrary: eventFrame.map((frame) => [frame]) },
  { weight: 3, arbitrary: binaryFrames },
  { weight: 3, arbitrary: packets.map((text) => [textFrame(text)]) },
  { weight: 2, arbitrary: rawFrames.map((frame) => [frame]) },
)
