import { day, hour, minute, second } from '#domain/time.ts'

/** So many within a time, and a burst of more within a longer one. */
export type Rate = {
  count: number
  perMs: number
  burst?: { count: number; perMs: number }
}

/**
 * Every number that keeps somebody from asking too much, in one place. Credentials are counted
 * first and addresses second: a hall's guest network is one address for hundreds of phones, and no
 * device must suffer for what is beside it. What is told in a refusal is the time to wait.
 */
export const limits = {
  /** One ticket's page. It is shown by a socket; requests are its taps and its way back. */
  phone: {
    count: 60,
    perMs: minute,
    burst: { count: 30, perMs: 5 * minute },
  },
  /** Phones, people without a credential, and wrong credentials, by address. */
  address: {
    count: 300,
    perMs: minute,
    burst: { count: 30, perMs: 5 * minute },
  },
  /** Numbers that a paired kiosk gives out: a finger that plays is slowed, a queue of people is not. */
  take: { count: 1, perMs: 2 * second },
  takeLong: { count: 30, perMs: minute },
  /** Wrong PINs at one terminal, whoever they were for; kept over a restart. */
  pinAtDevice: { count: 50, perMs: hour },
  /** Wrong passwords and one-time codes of one person from one address; kept over a restart. */
  consoleTry: { count: 5, perMs: 15 * minute },
  /** The same from one address, whoever they were for. */
  consoleAtAddress: { count: 50, perMs: hour },
  /** Wrong ones for one one-time code from one address, for as long as a code holds. */
  codeAtAddress: { count: 5, perMs: day },
  /** Devices that ask to be paired, by address; kept over a restart. */
  pairing: { count: 10, perMs: hour },
  /** Wrong codes of pairings from one sign-in; kept over a restart. */
  pairingCodes: { count: 5, perMs: 15 * minute },
} as const satisfies Record<string, Rate>

/**
 * Wrong ones from all addresses that end a one-time code. So many that nobody ends another's code from
 * a few machines, and nothing against the 2⁴⁰ codes there are.
 */
export const codeTriesMax = 100

/** Pairings that wait for an approval at one time, of all and of one address; wrong codes that end one. */
export const pairingsOpenMax = 10
export const pairingsOpenPerAddress = 5
export const pairingTriesMax = 5

export const requestLimits = {
  bodyBytes: 16 * 1024,
  /** The whole request, its head, and a line on which nothing moves. */
  timeoutMs: 10 * second,
  /** How often requests that take too long are looked for. */
  lookMs: second,
}

/** Lines at one time: 10,000 phones and the hall's own devices (MAX_CONNECTIONS). */
export const connectionsMax = 12_000

export const socketLimits = {
  frameBytes: 16 * 1024,
  /** Frames waiting for a screen that does not read; past it the screen is let go (it reconnects). */
  unreadFrames: 64,
  /** Sockets that have not shown a credential yet: for how long, how many of an address at once. */
  unknownMs: 5 * second,
  unknownPerAddress: 20,
  /** Those of an address that wait for their turn to show one: a whole hall after a restart. */
  waitingPerAddress: 1_000,
}

/** How late the event loop may be before phones are asked to wait; devices never are. */
export const loopDelayMsMax = 250
/** Seconds in a row that it has to be so late: one hiccup turns nobody away. */
export const lateLooksMax = 2
/** What a phone that is asked to wait is told to wait. */
export const busyWaitS = 5

/** Under so little free space no new number is given out. */
const freeBytesMin = 100 * 1024 * 1024
/** Of a disk too small for that, so great a share. */
const freeShareMin = 1 / 20

/** Whether a disk has too little space left for new numbers. */
export function isAlmostFull(disk: { bavail: number; blocks: number; bsize: number }): boolean {
  const { bavail, blocks, bsize } = disk
  return bavail * bsize < Math.min(freeBytesMin, blocks * bsize * freeShareMin)
}
