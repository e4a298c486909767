import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import type { CallResult } from '#ui-kit/call.ts'

type Answered<
  K extends 'POST /api/v1/console/sign-in/options' | 'POST /api/v1/console/enrol/options',
> = Extract<CallResult<K>, { ok: true }>['answer']
type Asked = Answered<'POST /api/v1/console/sign-in/options'>['options']
type NewAsked = Answered<'POST /api/v1/console/enrol/options'>['options']

/** Why this page cannot use passkeys, in words; null: it can. */
export function whyNoPasskey():
  'mgr.passkey.insecure' | 'mgr.passkey.address' | 'mgr.passkey.old' | null {
  if (!isSecureContext) return 'mgr.passkey.insecure'
  // Passkeys belong to a name; browsers refuse them to a number.
  if (/^[\d.]+$|^\[/.test(location.hostname)) return 'mgr.passkey.address'
  return 'PublicKeyCredential' in window ? null : 'mgr.passkey.old'
}

/** What the authenticator answered, or in words why it did not. */
type Outcome<T> =
  { ok: true; response: T } | { ok: false; why: 'mgr.passkey.known' | 'mgr.passkey.given-up' }

export const prove = (options: Asked) =>
  outcomeOf(() => startAuthentication({ optionsJSON: options }))

export const register = (options: NewAsked) =>
  outcomeOf(() => startRegistration({ optionsJSON: options }))

async function outcomeOf<T>(ask: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, response: await ask() }
  } catch (error) {
    const { name } = error as Error
    return {
      ok: false,
      why: name === 'InvalidStateError' ? 'mgr.passkey.known' : 'mgr.passkey.given-up',
    }
  }
}
