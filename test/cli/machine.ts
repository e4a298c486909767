import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { until } from '../support/wait.ts'
import { Operator } from '../support/people.ts'

export const fixture = resolve('test/fixtures/hall-day.csv')

/** What a command said, and how it ended. */
export type Said = { code: number; out: string; err: string }

/**
 * A machine in a hall: a data folder, the operator's commands as processes of their own, and the
 * server as another.
 */
export class Machine {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'hall-cli-'))
  #server: ChildProcess | null = null
  url = ''

  /** Runs a command of the operator's tool. */
  hall(...args: string[]): Promise<Said> {
    return this.typing([], ...args)
  }

  /** The same, with lines typed at its questions. */
  typing(lines: readonly string[], ...args: string[]): Promise<Said> {
    const child = spawn(process.execPath, ['server/cli/hall.ts', ...args], {
      env: { ...process.env, DATA_DIR: this.dataDir },
    })
    child.stdin.end(lines.map((line) => `${line}\n`).join(''))
    return heard(child)
  }

  /** The same, where it has to succeed: what it said. */
  async say(...args: string[]): Promise<string> {
    const { code, out, err } = await this.hall(...args)
    if (code !== 0) throw new Error(`hall ${args.join(' ')} ended with ${code}: ${out}${err}`)
    return out
  }

  serve(sample = '1'): ChildProcess {
    return spawn(process.execPath, ['server/main.ts'], {
      env: {
        ...process.env,
        ...{ DATA_DIR: this.dataDir, PORT: '0', SAMPLE_HALL: sample, LOG_LEVEL: 'error' },
      },
    })
  }

  async start(sample = '1'): Promise<Operator> {
    const child = this.serve(sample)
    this.#server = child
    const file = join(this.dataDir, 'server.json')
    await until(() => existsSync(file) || child.exitCode !== null, 'the server', 25_000)
    const { url, operatorToken } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    this.url = url ?? ''
    return new Operator(this.url, operatorToken ?? '')
  }

  async stop(): Promise<void> {
    const server = this.#server
    this.#server = null
    if (!server || server.exitCode !== null) return
    const ended = new Promise((done) => server.once('exit', done))
    server.kill('SIGTERM')
    await ended
  }

  /** A copy of a file of the data folder, to be tampered with. */
  copy(path: string): string {
    const copy = join(mkdtempSync(join(this.dataDir, 'copy-')), 'record.db')
    cpSync(path, copy)
    return copy
  }

  async remove(): Promise<void> {
    await this.stop()
    rmSync(this.dataDir, { recursive: true, force: true })
  }
}

export async function heard(child: ChildProcess): Promise<Said> {
  let [out, err] = ['', '']
  child.stdout?.on('data', (part: Buffer) => (out += part.toString()))
  child.stderr?.on('data', (part: Buffer) => (err += part.toString()))
  const code = await new Promise<number>((done) => child.once('close', (code) => done(code ?? -1)))
  return { code, out, err }
}
