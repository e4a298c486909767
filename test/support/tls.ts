import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from 'node:tls'

/** The name of the hall’s server in these tests. */
export const host = 'hall.lan'
const folders: string[] = []

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hall-tls-'))
  folders.push(folder)
  return folder
}

export function removeFolders(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}

type Heard = { status: number; text: string; headers: Record<string, string> }

/** Asks as a device does that trusts this authority and was led to the host by the hall's DNS. */
export function ask(port: number, path: string, ca: string, servername = host): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const to = { host: '127.0.0.1', port, path, ca, servername, agent: false }
    const asking = request({ ...to, headers: { host: `${servername}:${port}` } })
    asking.on('error', reject)
    asking.on('response', (answer) => {
      let text = ''
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()))
      answer.on('end', () =>
        resolve({
          ...{ status: answer.statusCode ?? 0, text },
          headers: answer.headers as Record<string, string>,
        }),
      )
    })
    asking.end()
  })
}

/** The serial number of the certificate that a new line is served with. */
export function serialAt(port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const line = connect({ host: '127.0.0.1', port, servername: host, rejectUnauthorized: false })
    line.on('error', reject)
    line.on('secureConnect', () => {
      resolve(line.getPeerX509Certificate()?.serialNumber ?? '')
      line.destroy()
    })
  })
}

export const serialIn = (file: string) => new X509Certificate(readFileSync(file)).serialNumber
