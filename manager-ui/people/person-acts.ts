import type { IconName } from '#ui-kit/icons.ts'
import type { Act } from '../entry.ts'
import type { Person } from './person.ts'

export type ActName = 'enrol' | 'recover' | 'pin' | 'unlock' | 'signOut'

type PersonAct = {
  name: ActName
  /** Its row of the matrix. */
  act: Act
  icon: IconName
  isHard?: boolean
  /** For whom it means anything; missing: for everybody. */
  fits?: (person: Person) => boolean
}

/** What may be done for a person, in the order of the buttons. */
export const personActs: readonly PersonAct[] = [
  {
    name: 'enrol',
    act: 'people.enrol',
    icon: 'key',
    fits: ({ passkeys, hasPassword }) => passkeys.length === 0 && !hasPassword,
  },
  { name: 'pin', act: 'pin.reset', icon: 'lock', fits: ({ roles }) => roles.includes('staff') },
  {
    name: 'unlock',
    act: 'pin.unlock',
    icon: 'refresh',
    fits: ({ pinLockedUntil }) => pinLockedUntil !== null,
  },
  {
    name: 'signOut',
    act: 'people.sign-out',
    icon: 'logout',
    isHard: true,
    fits: ({ counterId, atConsole }) => counterId !== null || atConsole,
  },
  {
    name: 'recover',
    act: 'people.recover',
    icon: 'lifebuoy',
    fits: ({ passkeys, hasPassword }) => passkeys.length > 0 || hasPassword,
  },
]
