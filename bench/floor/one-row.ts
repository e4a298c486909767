import Database from 'better-sqlite3'

/** What a floor does with a request for a number: its rows, and the text of the answer. */
export type Write = (request: TakeRequest) => string
export type TakeRequest = { client: string; key: string; serviceId: string }
export type Floor = { db: Database.Database; write: Write }

/** The least that can be called durable: one small row for each number. */
export function oneRow(file: string): Floor {
  const db = new Database(file)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = 2')
  db.exec('CREATE TABLE tickets (n INTEGER PRIMARY KEY, service TEXT NOT NULL) STRICT')
  const insert = db.prepare('INSERT INTO tickets VALUES (?, ?)')
  let last = 0
  return {
    db,
    write: ({ serviceId }) => {
      insert.run(++last, serviceId)
      return JSON.stringify({ n: last })
    },
  }
}
