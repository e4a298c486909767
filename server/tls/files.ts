import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the hall's own authority and its certificate lie, beside the data and readable by the server only. */
export type TlsFiles = {
  folder: string
  authorityCert: string
  authorityKey: string
  cert: string
  key: string
}

export function tlsFiles(dataDir: string): TlsFiles {
  const folder = join(dataDir, 'tls')
  return {
    folder,
    authorityCert: join(folder, 'authority.crt'),
    authorityKey: join(folder, 'authority.key'),
    cert: join(folder, 'server.crt'),
    key: join(folder, 'server.key'),
  }
}

/** Whether this data folder has an authority of its own. */
export function hasAuthority({ authorityCert, cert }: TlsFiles): boolean {
  return existsSync(authorityCert) && existsSync(cert)
}

/** Writes a file for the server's own user, whole or not at all. */
export function writeOwn(files: TlsFiles, file: string, text: string): void {
  mkdirSync(files.folder, { recursive: true, mode: 0o700 })
  const part = `${file}.part`
  rmSync(part, { force: true })
  writeFileSync(part, text, { mode: 0o600, flag: 'wx' })
  renameSync(part, file)
}
