import type { Refused } from '#domain/decision.ts'
import { addressOf } from '../../client-address.ts'
import type { Browser } from '../../cookies.ts'
import type { Hall } from '../../hall/hall.ts'
import { giveBackKept, takeKept } from '../../limits/count.ts'
import { limits } from '../../limits/limits.ts'

/**
 * One try at a secret of somebody (`account`: as it was typed, whether there is such an account or
 * not), from one address. Counted before it is judged, so that many sent at once are not all the
 * first, and given back when it was right. An outsider locks a person out from their own address
 * alone, and nobody else.
 */
export function takeTry(hall: Hall, { address }: Browser, account: string): Refused | null {
  const from = addressOf(address)
  return (
    takeKept(hall, 'console-address', from, limits.consoleAtAddress) ??
    takeKept(hall, 'console', `${account}\0${from}`, limits.consoleTry)
  )
}

/** It was right: the try does not count. */
export function giveTryBack(hall: Hall, { address }: Browser, account: string): void {
  const from = addressOf(address)
  giveBackKept(hall, 'console-address', from)
  giveBackKept(hall, 'console', `${account}\0${from}`)
}
