import { parentPort, workerData } from 'node:worker_threads'
import { openReadOnly } from '../db/open.ts'
import { verifyRecord } from './verify.ts'

/** What a proof found; `fault` null: nothing is wrong with the copy. */
export type Proof = { fault: string | null; hallId: string; seq: number }

type Asked = { file: string; publicKeys: string[] }

/** Runs in a worker thread: a copy of a busy hall takes seconds to prove. */
function prove({ file, publicKeys }: Asked): Proof {
  const damage = damageOf(file)
  if (damage !== null) return { fault: damage, hallId: '', seq: 0 }
  const verdict = verifyRecord(file, { publicKeys })
  return { fault: verdict.first, hallId: verdict.hallId, seq: verdict.events }
}

function damageOf(file: string): string | null {
  const copy = openReadOnly(file)
  try {
    const whole = copy.pragma('integrity_check', { simple: true })
    const broken = copy.pragma('foreign_key_check') as unknown[]
    if (whole !== 'ok') return `SQLite finds it torn (${String(whole)})`
    return broken.length === 0 ? null : `${broken.length} rows point to rows that are not there`
  } finally {
    copy.close()
  }
}

parentPort?.postMessage(prove(workerData as Asked))
