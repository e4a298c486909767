import * as people from '../console.ts'
import type { Route } from '../route.ts'
import { strict } from '../shapes.ts'

/** Signing in and out: nothing of it may be repeated by a kept answer, for it carries secrets. */
const enter = { act: 'console.enter', reply: people.ConsoleReply, plain: true } as const
const self = { act: 'console.self', reply: people.ConsoleReply, plain: true } as const
/** Changing how one signs in. */
const proof = { ...self, act: 'console.credentials' } as const
const askNew = { reply: people.NewPasskeyAsk } as const
const ask = { reply: people.PasskeyAsk } as const

/** The console: how people prove who they are, and who is signed in. */
export const consoleRoutes = {
  'POST /api/v1/console/enrol/options': {
    ...{ ...enter, ...askNew, body: people.EnrolBody },
    summary: 'Begin to register a first passkey with a one-time code',
  },
  'POST /api/v1/console/enrol/verify': {
    ...{ ...enter, body: people.NewPasskeyBody },
    summary: 'Register the passkey and sign in',
  },
  'POST /api/v1/console/enrol/password': {
    ...{ ...enter, reply: people.TotpReply, body: people.EnrolPasswordBody },
    summary: 'Choose a password with a one-time code; the answer tells the secret of the app',
  },
  'POST /api/v1/console/enrol/confirm': {
    ...{ ...enter, body: people.TotpBody },
    summary: 'Set the password with the first code of the app, and sign in',
  },
  'POST /api/v1/console/sign-in/options': {
    ...{ ...enter, ...ask },
    summary: 'Begin to sign in with a passkey',
  },
  'POST /api/v1/console/sign-in/verify': {
    ...{ ...enter, body: people.PasskeyBody },
    summary: 'Sign in with a passkey; a second sign-in ends the first',
  },
  'POST /api/v1/console/sign-in/password': {
    ...{ ...enter, body: people.PasswordBody },
    summary: 'Sign in with password and six-digit code, where no passkey is at hand',
  },
  'POST /api/v1/console/step-up/options': {
    ...{ ...self, ...ask },
    summary: 'Begin to prove again who one is',
  },
  'POST /api/v1/console/step-up/verify': {
    ...{ ...self, reply: people.StepUpReply, body: people.PasskeyBody },
    summary: 'Step up with a passkey: holds for five minutes',
  },
  'POST /api/v1/console/step-up/password': {
    ...{ ...self, reply: people.StepUpReply, body: people.StepUpPasswordBody },
    summary: 'Step up with password and six-digit code',
  },
  'POST /api/v1/console/step-up/sample': {
    ...{ ...self, reply: people.StepUpReply },
    summary: 'Step up by one press, with a lent session of the sample hall only',
  },
  'POST /api/v1/console/sign-out': { ...self, reply: strict({}), summary: 'Sign out' },
  'GET /api/v1/console/me': {
    ...{ act: 'console.self', reply: people.ConsoleReply },
    summary: 'Who is signed in, in which roles, and what they may do',
  },
  'POST /api/v1/console/passkeys/options': {
    ...{ ...proof, ...askNew },
    summary: 'Begin to add a passkey of one’s own',
  },
  'POST /api/v1/console/passkeys/verify': {
    ...{ ...proof, body: people.NewPasskeyBody },
    summary: 'Add a passkey of one’s own',
  },
  'POST /api/v1/console/passkeys/:passkeyId/remove': {
    ...{ ...proof, params: people.PasskeyParams },
    summary: 'Remove a passkey of one’s own; not the last way to sign in',
  },
  'POST /api/v1/console/password': {
    ...{ ...proof, reply: people.TotpReply, body: people.NewPasswordBody },
    summary: 'Choose a new password; the answer tells the secret of the app',
  },
  'POST /api/v1/console/password/confirm': {
    ...{ ...proof, body: people.TotpBody },
    summary: 'Set the password with the first code of the app',
  },
  'POST /api/v1/sample/console': {
    ...{ act: 'sample.use', reply: people.ConsoleReply, plain: true },
    body: people.SampleConsoleBody,
    summary: 'Lend a session at the console of the sample hall, to this machine only',
  },
} as const satisfies Record<string, Route>
