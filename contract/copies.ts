import Type from 'typebox'
import { numberMax } from '#domain/queue/numbering.ts'
import { Instant, strict } from './shapes.ts'

/** A copy of the record on the server's own disk. */
export const CopyList = strict({
  copies: Type.Array(strict({ file: Type.String(), bytes: Type.Integer(), madeAt: Instant })),
})

export const CopyParams = strict({
  file: Type.String({ maxLength: 60, pattern: '^[0-9TZ-]+[.]db$' }),
})

/** What binds a proposal to one copy, and what of the record is in it. */
const about = {
  /** SHA-256 of the file, in hexadecimal: the copy is restored only while it is still this. */
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** Events in it, and when the last of them happened: all after that would be gone. */
  events: Type.Integer({ minimum: 1 }),
  lastAt: Instant,
}
export const CopyReply = strict({ file: Type.String(), ...about })

/** Answer of a backup: the copy by its place below `backups` of the data folder. */
export const BackupReply = strict({ file: Type.String(), seq: Type.Integer() })

export const RestoreBody = strict({
  /** Its name, for those who decide; nothing is looked up by it. */
  file: Type.String({ minLength: 1, maxLength: 120, pattern: '^[^/\\\\]+$' }),
  ...about,
  /** The highest number that anybody has seen, by letter. */
  highest: Type.Optional(
    Type.Record(
      Type.String({ pattern: '^[A-Z]{1,2}$' }),
      Type.Integer({ minimum: 1, maximum: numberMax }),
      {
        maxProperties: 30,
      },
    ),
  ),
  reason: Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' }),
})
