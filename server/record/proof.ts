import { parentPort, workerData } from 'node:worker_threads'
import { verifyRecord } from './verify.ts'

/** What a proof found; `fault` null: nothing is wrong with the copy. */
export type Proof = { fault: string | null; hallId: string; seq: number }

type Asked = { file: string; publicKeys: string[] }

/** Runs in a worker thread: a copy of a busy hall takes seconds to prove. */
function prove({ file, publicKeys }: Asked): Proof {
  const verdict = verifyRecord(file, { publicKeys })
  return { fault: verdict.first, hallId: verdict.hallId, seq: verdict.events }
}

parentPort?.postMessage(prove(workerData as Asked))
