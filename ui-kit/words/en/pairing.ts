import type { zhPairing } from '../zh/pairing.ts'

export const enPairing = {
  'pair.title': 'Pair this device',
  'pair.title.revoked': 'Revoked. Pair this device again',
  'pair.title.forgotten': 'Pairing lost. Pair it again',
  'pair.code': 'Code {code}',
  'pair.left': 'The code is good for {m} more min',
  'pair.words': 'Compare these four words',
  'pair.how': 'How to pair it',
  'pair.step1': 'Ask a manager or administrator to open Devices in the console',
  'pair.step2': 'Enter the code, compare the kind of device and the four words',
  'pair.step3': 'If they are the same, approve. This page opens by itself',
  'pair.waiting': 'Waiting to be paired',
  'pair.asking': 'Connecting…',
  'pair.approved': 'Paired',
  'pair.approved.why': 'It opens in a moment',
  'pair.refused': 'Not approved',
  'pair.refused.why':
    'Somebody refused this device in the console. If that was a mistake, try again with a new code.',
  'pair.expired': 'The code has run out',
  'pair.expired.why': 'Nobody entered it for a long time. Take a new code when you are ready.',
  'pair.limit': 'Too many devices are waiting',
  'pair.limit.why':
    'Deal with the others in the console first. This page tries again in {m} min by itself.',
  'pair.offline': 'No connection to the system',
  'pair.offline.why':
    'Trying again. Check the network cable, or ask the administrator whether the system runs.',
  'pair.noLine': 'No connection. Trying again',
  'pair.newCode': 'Take a new code',
  'pair.byKey': 'Use a device key',
  'pair.byCode': 'Use a code',
  'pair.language': '中文',
  'key.title': 'Enter the device key',
  'key.plain':
    'This address is not encrypted (http), and browsers pair no device there. Use the https address; where there is none yet, use a key.',
  'key.why': 'Enter the key that the administrator made for this device. It stays on this device.',
  'key.label': 'Device key',
  'key.empty': 'Enter the key first',
  'key.refused': 'This key is not valid here, or was revoked. Ask for a new one',
  'key.use': 'Use this key',
  'key.how': 'Made on the server by:',
} satisfies Record<keyof typeof zhPairing, string>
