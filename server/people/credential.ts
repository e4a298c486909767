import type { ConsoleEnd, ConsoleSession } from '#domain/people/console.ts'
import type { DeviceKind, KeyKind, PrincipalKind, StaffSession } from '#domain/people/principal.ts'
import { deviceKinds } from '#domain/people/principal.ts'
import { daysBetween, hour } from '#domain/time.ts'
import { isRefused, refuse } from '#domain/decision.ts'
import type { Refused } from '#domain/decision.ts'
import { prepared } from '../db/prepared.ts'
import { isDeviceToken, readToken } from '../devices/token.ts'
import type { Hall } from '../hall/hall.ts'
import type { Halls } from '../hall/halls.ts'
import { hashSecret } from '../secrets.ts'
import { findConsole } from './console/find.ts'

/** Who stands at a door, as the server knows them. Nothing here comes from a request field. */
export type Principal = {
  /** What they stand there as: at a door, the column of the matrix that let them in. */
  kind: PrincipalKind
  /** Everything they may stand there as; one for a screen, their roles for a person. */
  kinds: readonly PrincipalKind[]
  /** Whether they proved a moment ago that it is them. Keys and lent screens never do. */
  steppedUp: boolean
  /** Credential or ticket id; at the console the staff id. */
  id: string
  /** The person, where there is one. */
  staffId: string | null
  /** Their console session, where they came by it. */
  console: ConsoleSession | null
  hall: Hall | null
  counterId: string | null
  ticketId: string | null
  session: StaffSession | null
  /** The session that was named, which has ended. */
  endedSessionId: string | null
  /** How the console session that a browser still shows has ended. */
  consoleEnded: ConsoleEnd | null
  /** When a device's token ends; null: what they show ends when it is taken back. */
  until: number | null
}

/** A sample credential lives for a shift; the page asks again when it is over. */
const sampleCredentialMs = 12 * hour

const nobody: Principal = {
  kind: 'anyone',
  kinds: ['anyone'],
  steppedUp: false,
  id: '',
  staffId: null,
  console: null,
  hall: null,
  counterId: null,
  ticketId: null,
  session: null,
  endedSessionId: null,
  consoleEnded: null,
  until: null,
}

type Found = { hall: Hall; keyId: string }

export type Presented = {
  bearer: string | null
  session: string | null
  hallId: string | null
  /** The cookie of a browser at the console; looked at where no credential is named. */
  console?: string | null
}

/** Tells who presents a credential: a key, a ticket's token, a sample screen, or the operator. */
export class Credentials {
  readonly #halls: Halls
  readonly #operatorToken: string
  /** Keys that were presented, by their secret: as many as there are keys, no more. */
  readonly #found = new Map<string, Found>()

  constructor(halls: Halls, operatorToken: string) {
    this.#halls = halls
    this.#operatorToken = operatorToken
  }

  /** The hall at whose door somebody stands who shows nothing of any. */
  get firstHall(): Hall | undefined {
    return this.#halls.first
  }

  identify({ bearer, session, hallId, console = null }: Presented): Principal | Refused {
    if (bearer === null) return console === null ? nobody : this.#atConsole(console)
    if (bearer === this.#operatorToken) {
      const hall = hallId === null ? this.#halls.first : this.#halls.get(hallId)
      return { ...nobody, ...only('operator'), id: 'operator', hall: hall ?? null }
    }
    const device = this.#device(bearer)
    if (device && isRefused(device)) return device
    if (device) return device.kind === 'terminal' ? this.#withSession(device, session) : device
    return this.#ticket(bearer) ?? refuse('credential-invalid')
  }

  /** A person at the console, in all their roles there; nobody, where the session is over. */
  #atConsole(token: string): Principal {
    const found = findConsole(this.#halls, token)
    if (found === null) return nobody
    if ('ended' in found) return { ...nobody, consoleEnded: found.ended }
    const { hall, session, roles, steppedUp } = found
    const { staffId } = session
    const person = { id: staffId, staffId, console: session, hall, steppedUp }
    return { ...nobody, kind: roles[0], kinds: roles, ...person }
  }

  #device(bearer: string): Principal | Refused | null {
    if (isDeviceToken(bearer)) return this.#paired(bearer)
    return bearer.startsWith('sample.') ? this.#sample(bearer) : this.#key(bearer)
  }

  /** A paired screen, by the short token that it got for proving its key. */
  #paired(token: string): Principal | Refused {
    const found = readToken(this.#halls, token)
    if (isRefused(found)) return found
    const { hall, device, expiresAt } = found
    const { id, kind, counterId } = device
    return { ...nobody, ...only(kind), id, hall, counterId, until: expiresAt }
  }

  #key(secret: string): Principal | null {
    const found = this.#found.get(secret) ?? this.#findKey(secret)
    const key = found?.hall.day.keys.get(found.keyId)
    // Whether it was taken back is asked every time, whose key it is only once.
    if (!found || !key || key.revokedAt !== null) return null
    this.#found.set(secret, found)
    return {
      ...nobody,
      ...only(key.kind as KeyKind),
      id: key.id,
      hall: found.hall,
      counterId: key.counterId,
    }
  }

  #findKey(secret: string): Found | null {
    const hash = hashSecret(secret)
    for (const hall of this.#halls.all()) {
      const row = prepared<[string], { keyId: string }>(
        hall.db,
        'SELECT key_id AS keyId FROM key_secrets WHERE hash = ?',
      ).get(hash)
      if (row) return { hall, keyId: row.keyId }
    }
    return null
  }

  /** `sample.<claims>.<mac>`: needs no table, so a restart does not send the screens away. */
  #sample(token: string): Principal | null {
    const [, claims = '', mac = ''] = token.split('.')
    if (!this.#halls.secrets.isOf('sample', claims, mac)) return null
    const [hallId = '', kind = '', counterId = '', deviceId = '', until = ''] = Buffer.from(
      claims,
      'base64url',
    )
      .toString('utf8')
      .split('|')
    const hall = this.#halls.get(hallId)
    if (!hall || !isDeviceKind(kind) || hall.now() > Number(until)) return null
    return {
      ...nobody,
      ...only(kind),
      id: `sample-${deviceId}`,
      hall,
      counterId: counterId || null,
    }
  }

  /** Makes the credential of a screen of the sample hall. */
  mintSample(hall: Hall, kind: DeviceKind, counterId: string | null, deviceId: string): string {
    const until = hall.now() + sampleCredentialMs
    const text = [hall.id, kind, counterId ?? '', deviceId, until].join('|')
    const claims = Buffer.from(text).toString('base64url')
    return `sample.${claims}.${this.#halls.secrets.of('sample', claims)}`
  }

  /** A ticket's own token; its page dies a day after its business day, like a wrong token. */
  #ticket(token: string): Principal | null {
    const hash = hashSecret(token)
    for (const hall of this.#halls.all()) {
      const row = prepared<[string], { id: string }>(
        hall.db,
        'SELECT id FROM tickets WHERE token_hash = ?',
      ).get(hash)
      const ticket = row && hall.day.tickets.get(row.id)
      if (!ticket) continue
      const age = daysBetween(ticket.businessDay, hall.day.businessDay ?? ticket.businessDay)
      const ratable = [...hall.day.evaluations.values()].some(
        (one) => one.ticketId === ticket.id && one.expiresAt >= hall.now(),
      )
      if (age > 1 && !ratable) return null
      return { ...nobody, ...only('phone'), id: ticket.id, hall, ticketId: ticket.id }
    }
    return null
  }

  /**
   * The sign-in at a terminal: the one named by its token, else the one this device has made. A
   * session belongs to its device; a browser of the sample hall may come back under a new one.
   */
  #withSession(device: Principal, token: string | null): Principal {
    const { hall } = device
    if (!hall) return device
    if (token === null) {
      const own = this.#sessionOf(device)
      return own ? signedIn(device, own) : device
    }
    const [sessionId = '', mac = ''] = token.split('.')
    if (!this.#halls.secrets.isOf('session', sessionId, mac)) return device
    const session = this.#sessionNamed(device, sessionId)
    return session ? signedIn(device, session) : { ...device, endedSessionId: sessionId }
  }

  #sessionOf({ hall, id, counterId }: Principal): StaffSession | null {
    for (const session of hall?.day.sessions.values() ?? [])
      if (session.deviceId === id && session.counterId === counterId) return session
    return null
  }

  #sessionNamed({ hall, id, counterId }: Principal, sessionId: string): StaffSession | null {
    const session = hall?.day.sessions.get(sessionId)
    if (!session || session.counterId !== counterId) return null
    const sameDevice = session.deviceId === id || id.startsWith('sample-')
    return sameDevice ? session : null
  }

  /** What a browser sends with each act after a sign-in. */
  sessionToken(sessionId: string): string {
    return `${sessionId}.${this.#halls.secrets.of('session', sessionId)}`
  }
}

function only(kind: PrincipalKind): Pick<Principal, 'kind' | 'kinds'> {
  return { kind, kinds: [kind] }
}

function signedIn(device: Principal, session: StaffSession): Principal {
  return { ...device, ...only('staff'), session, staffId: session.staffId }
}

function isDeviceKind(kind: string): kind is DeviceKind {
  return (deviceKinds as readonly string[]).includes(kind)
}
