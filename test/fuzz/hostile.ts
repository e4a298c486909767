// What nobody honest sends: the values that have broken parsers, printers, tables and pages before.
import fc from 'fast-check'

/** Texts. ESC and NUL drive printers and cut strings of C; the rest climbs, injects or misleads. */
export const texts = [
  ...[
    '',
    ' ',
    '\t',
    '\0',
    'A\0B',
    '\u001b@',
    '\u001b[2J',
    '\u001dV\0',
    '\u0007',
    '\r\nSet-Cookie: a=b',
  ],
  ...[
    '\u202e001A',
    '\u2028',
    '\ufeff',
    '\ud800',
    '\udfff\ud800',
    '１２３',
    'İ',
    'ﬃ',
    '👩‍👩‍👧‍👦'.repeat(20),
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '$where'],
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '${7*7}', '{{7*7}}', '%s%n%x'],
  ...[`' OR '1'='1`, '1; DROP TABLE events; --', '=1+1', '@SUM(A1)', '../../../../etc/passwd'],
  ...['..\\..\\windows\\win.ini', '%2e%2e%2f', '%00', 'file:///etc/passwd', '-1', '0x10', '1e999'],
  ...['NaN', 'Infinity', 'null', 'true', '[object Object]', '9'.repeat(400), 'a'.repeat(5_000)],
]

/** Values of JSON that are not what was asked for. */
export const values: unknown[] = [
  ...[null, true, false, 0, -0, -1, 0.1, 1e308, -1e308, 2 ** 53, 2 ** 31, -(2 ** 31) - 1],
  ...[[], {}, [[]], [null], [{}], ['a', 'b'], { length: 1e9 }, { $ne: null }, { toString: 1 }],
  ...[
    { toJSON: 'x' },
    JSON.parse('{"then": 1}') as unknown,
    { constructor: { prototype: { isAdmin: true } } },
  ],
  ...[JSON.parse('{"__proto__": {"isAdmin": true}}') as unknown, nested(60), Array(1_000).fill(0)],
]

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 300 }) },
)

export const hostileValue = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...values) },
  { weight: 2, arbitrary: hostileText },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<unknown> },
)

/** Names that an object has from birth, or that nobody has heard of. */
export const hostileName = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then'),
  fc.constantFrom('role', 'kind', 'isAdmin', 'staffId', 'actor', 'hallId', 'seq', 'principal'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
)

/** Addresses, encoded as an attacker would: climbing out, cut short, overlong, twice encoded. */
export const hostileSegments = [
  ...['%2F', '..%2F..%2Fetc%2Fpasswd', '%2e%2e', '..', '.', '%5c', '%00', 'a%00b', '%0d%0aX:%20y'],
  ...['%', '%zz', '%c0%af', '%ff', '%ed%a0%80', '%25%32%46', ';a=b', '*', ':counterId', '~', '//'],
  ...['__proto__', 'constructor', 'a'.repeat(2_000), '%F0%9F%98%80', '%u0041', "'", '"', '<svg>'],
]

/** Ways to say what a body is; the first is the only one that is JSON for everybody. */
export const contentTypes = [
  ...[' application/json', '\tapplication/json', 'application/json\t', 'application/json ;', ''],
  ...['application/json;', 'application/json; charset=utf-16', 'application/json garbage'],
  ...['application/json,text/plain', 'APPLICATION/JSON', 'application/jsonx', 'application/ json'],
  ...['text/plain', 'text/html', 'application/x-www-form-urlencoded', '*/*', 'json', '__proto__'],
  ...[
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/xml',
    'a'.repeat(4_000),
  ],
  ...[
    'application/json; a="',
    'application/json\0',
    'application/vnd.api+json',
    'application/json/x',
  ],
]

/** An array in an array, so deep. */
export function nested(depth: number): unknown {
  let value: unknown = 0
  for (let at = 0; at < depth; at++) value = [value]
  return value
}
