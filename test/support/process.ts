import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Operator } from './people.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

type Settings = Record<string, string>

/** The real server as a process of its own, for what only a process can suffer. */
export class ServerProcess {
  readonly url: string
  /** From the start of the process until it said that it is ready, ms. */
  readonly readyMs: number
  readonly #operatorToken: string
  readonly #child: ChildProcess

  private constructor(child: ChildProcess, dataDir: string, readyMs: number) {
    this.#child = child
    this.readyMs = readyMs
    const address = readFileSync(join(dataDir, 'server.json'), 'utf8')
    const { url, operatorToken } = JSON.parse(address) as { url: string; operatorToken: string }
    this.url = url
    this.#operatorToken = operatorToken
  }

  /** Starts on the data of a folder; port 0 is any free one. */
  static async start(dataDir: string, port = 0, more: Settings = {}): Promise<ServerProcess> {
    const began = performance.now()
    const child = launch({ DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error', ...more })
    const said = await untilReady(child)
    if (said !== null) throw new Error(`The server did not start: ${said}`)
    return new ServerProcess(child, dataDir, performance.now() - began)
  }

  get port(): number {
    return Number(new URL(this.url).port)
  }

  get operator(): Operator {
    return new Operator(this.url, this.#operatorToken)
  }

  /** Ends it as a power cut would end it, but for what the system still writes. */
  kill(): Promise<void> {
    return this.#end('SIGKILL')
  }

  /** Tells it to look at its certificate again. */
  hangUp(): void {
    this.#child.kill('SIGHUP')
  }

  /** Ends it in order. */
  stop(): Promise<void> {
    return this.#end('SIGTERM')
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.#child.kill(signal)
    await ended
  }
}

/** What a start that is expected to fail says before it ends. */
export async function failedStart(settings: Settings): Promise<string> {
  const said = await untilReady(launch({ PORT: '0', LOG_LEVEL: 'error', ...settings }))
  if (said === null) throw new Error('The server started')
  return said
}

function launch(settings: Settings): ChildProcess {
  const { PATH = '' } = process.env
  return spawn(process.execPath, ['server/main.ts'], {
    ...{ cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: { PATH, ...settings } },
  })
}

/** Waits until a server says that it is ready; what it said instead where it ended. */
async function untilReady(child: ChildProcess): Promise<string | null> {
  let said = ''
  return new Promise((resolve) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Ready: ')) resolve(null)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', () => resolve(said))
  })
}
