/**
 * Every code a command can be refused with. The wire status and the words of each stand in
 * `contract/refusals.ts`, which does not compile while one is missing. Codes are public: they are
 * added, never renamed.
 */
export const refusalCodes = [
  // The request itself.
  'bad-request',
  'not-found',
  'not-allowed',
  'credential-missing',
  'credential-invalid',
  'session-required',
  'session-ended',
  'idempotency-key-missing',
  'idempotency-key-invalid',
  'idempotency-key-reused',
  'too-many-requests',
  // The hall as a whole.
  'hall-closed',
  'hall-unknown',
  'hall-exists',
  'clock-suspect',
  'day-not-open',
  'day-not-later',
  'setting-unknown',
  'setting-invalid',
  'setup-invalid',
  'setup-in-use',
  'storage-full',
  'storage-failed',
  // Taking a number.
  'service-unknown',
  'service-closed',
  'service-full',
  'series-full',
  'ticket-exists',
  // A ticket's life.
  'ticket-unknown',
  'ticket-state',
  'ticket-elsewhere',
  'ticket-taken',
  'ticket-not-served-here',
  'no-one-waiting',
  'no-show-too-early',
  'grace-over',
  'requeue-limit',
  'transfer-target-missing',
  'transfer-to-itself',
  // Counters and people.
  'counter-unknown',
  'counter-wrong',
  'counter-closed',
  'counter-open',
  'counter-paused',
  'counter-not-paused',
  'counter-busy',
  'counter-held',
  'staff-unknown',
  'staff-busy-elsewhere',
  'pin-wrong',
  'pin-weak',
  'pin-locked',
  // Evaluation.
  'evaluation-unknown',
  'evaluation-closed',
  'evaluation-done',
] as const

export type RefusalCode = (typeof refusalCodes)[number]
