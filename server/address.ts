import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a running server is found by the operator's tool, and what opens its doors to it. */
export type ServerAddress = {
  url: string
  /** What people call it by: QR codes and screens. */
  publicUrl: string
  pid: number
  operatorToken: string
  /** The certificate it serves with, so that the tool knows it again; null: plain HTTP. */
  cert: string | null
}

function addressFile(dataDir: string): string {
  return join(dataDir, 'server.json')
}

/** Leaves the address beside the data, readable by the server's own user only, whole or not at all. */
export function leaveAddress(dataDir: string, address: ServerAddress): void {
  const file = addressFile(dataDir)
  const part = `${file}.part`
  rmSync(part, { force: true })
  writeFileSync(part, JSON.stringify(address), { mode: 0o600, flag: 'wx' })
  renameSync(part, file)
}

/** What was left; null where no server was started, or the last one stopped in order. */
export function readAddress(dataDir: string): ServerAddress | null {
  const file = addressFile(dataDir)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ServerAddress) : null
}

export function removeAddress(dataDir: string): void {
  rmSync(addressFile(dataDir), { force: true })
}

/** Where the console is opened: on this machine by its name, for an address holds no passkey. */
export function consoleUrl(publicUrl: string): string {
  return `${publicUrl.replace('//127.0.0.1', '//localhost')}/manager/`
}
