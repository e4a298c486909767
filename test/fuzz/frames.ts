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
  present: fc.constant([]),
  health: valuesOf(HealthReceipt as Schema).map(only),
  renewed: fc.record({ token: hostileText }).map(only),
}

function only(value: unknown): unknown[] {
  return [value]
}

/** Names that the library keeps for itself: an event of such a name ends the line. */
const reservedNames =
  'connect connect_error disconnect disconnecting newListener removeListener'.split(' ')

/** Names with a meaning to the server's own side, to an emitter, or to an object. */
const strangeNames: unknown[] = [
  ...'connection error message ping open close data upgrade packet drain'.split(' '),
  ...'view beat gone take call-next join leave subscribe ticket.take'.split(' '),
  ...'__proto__ constructor toString hasOwnProperty'.split(' '),
  ...['', 0, 7, 'a'.repeat(2_000)],
]

const namespaces = [
  ...[
    '',
    '',
    '/,',
    '/admin,',
    '/__proto__,',
    '/#,',
    '/a?b=c,',
    '//,',
    `/${'n'.repeat(3_000)},`,
    '/',
  ],
]

const events = Object.keys(honest) as (keyof ScreenToServer)[]

/** What nobody hands over, up to what fits into a frame. */
const args: fc.Arbitrary<unknown[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom<unknown[]>([], [null], [0], ['']) },
  { weight: 4, arbitrary: fc.array(hostileValue, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(nested(500), nested(3_000), Array(3_000).fill(0)).map(only),
  },
  { weight: 1, arbitrary: fc.constant<unknown[]>(Array(1_000).fill(null)) },
)

const honestEvent = fc
  .constantFrom(...events)
  .chain((name) => honest[name].map((given): unknown[] => [name, ...given]))
const oneOf = (names: readonly unknown[]) =>
  fc.tuple(fc.constantFrom(...names), args).map(([name, given]): unknown[] => [name, ...given])

/** Whether the library lets an event through to the handlers; anything else ends the line. */
const isHeard = (text: string) => text.length < 16_000

/** Events that reach the server's own side, one after the other on one line; with an ack or without. */
export const heardFrame: fc.Arbitrary<Frame> = fc
  .tuple(
    fc.constantFrom('', '', '', '0', '1', '7'),
    fc.oneof(
      { weight: 1, arbitrary: honestEvent },
      { weight: 5, arbitrary: oneOf(events) },
      { weight: 1, arbitrary: oneOf(strangeNames) },
    ),
  )
  .map(([ack, said]) => `42${ack}${JSON.stringify(said)}`)
  .map((text) => textFrame(isHeard(text) ? text : '42["again"]'))

/** An event that the library itself refuses: another space, a name it keeps, no name, too long, cut. */
const refusedFrame = fc
  .tuple(
    fc.constantFrom(...namespaces),
    fc.constantFrom('', '999999999999999999999', '-1', '1.5', '0x1'),
    fc.oneof(
      oneOf(reservedNames),
      oneOf(events),
      fc.tuple(hostileValue, args).map(([name, given]): unknown[] => [name, ...given]),
      fc.constantFrom(16_400, 70_000).map((n): unknown[] => ['painted', 'a'.repeat(n)]),
    ),
    fc.integer({ min: 0, max: 5 }),
  )
  .map(([space, ack, said, roll]) => {
    const text = `42${space}${ack}${JSON.stringify(said)}`
    return textFrame(roll === 0 ? text.slice(0, -3) : text)
  })

/** Events with bytes: as many as told, fewer, more, or without end. */
const binaryFrames = fc
  .tuple(
    fc.constantFrom('0', '1', '2', '10', '11', '1000000000', '-1', '1.5', ''),
    fc.constantFrom('', '0', '-1'),
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

/** What may end a line; it may be several frames. */
export const lastFrames: fc.Arbitrary<Frame[]> = fc.oneof(
  { weight: 4, arbitrary: refusedFrame.map((frame) => [frame]) },
  { weight: 3, arbitrary: binaryFrames },
  { weight: 3, arbitrary: packets.map((text) => [textFrame(text)]) },
  { weight: 2, arbitrary: rawFrames.map((frame) => [frame]) },
)
