import { createHash, randomBytes } from 'node:crypto'
import type { TextCategory } from '#domain/hall/retention.ts'
import type { Db } from './db/open.ts'

/** Words a person wrote, and the salted hash that stands for them in the record (P3). */
export type PrivateText = { hash: string; salt: string; words: string }

/** Prepares words for the record; the salt keeps short ones from being guessed by their hash. */
export function sealText(words: string): PrivateText {
  const salt = randomBytes(16).toString('base64url')
  return { hash: textHash(salt, words), salt, words }
}

export function textHash(salt: string, words: string): string {
  return createHash('sha256').update(`${salt}\0${words}`).digest('base64url')
}

type Keeping = { about: string; category: TextCategory; at: number }

/** Keeps the words beside the record, in the commit of their event. */
export function keepText(db: Db, text: PrivateText, { about, category, at }: Keeping): void {
  db.prepare(
    'INSERT INTO private_texts (hash, salt, words, about, at, category) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(text.hash, text.salt, text.words, about, at, category)
}

/**
 * Words as others than their writer may read them: numbers that could be a telephone, an account or
 * an identity card keep their last two digits. Names cannot be told from other words.
 */
export function maskNumbers(words: string): string {
  return words.replace(/\d(?:[\s-]?\d){5,}[Xx]?/g, (number) => `••••${number.slice(-2)}`)
}

/** Words about a ticket or a leg, oldest first. */
export function textsAbout(db: Db, about: string): { at: number; text: string }[] {
  return db
    .prepare<[string], { at: number; text: string }>(
      'SELECT at, words AS text FROM private_texts WHERE about = ? ORDER BY at',
    )
    .all(about)
}
