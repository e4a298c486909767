// Knows whether the built screens are as new as what they are built from.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './setup.js'

const built = join(root, 'dist/.vite/manifest.json')

/** @param {NodeJS.ProcessEnv} env */
export async function buildScreensIfStale(env) {
  if (!areStale()) return
  const code = await run('vite', ['build', '--logLevel', 'warn'], env)
  if (code !== 0) throw new Error(`the screens could not be built (vite ended with ${code})`)
}

function areStale() {
  if (!existsSync(built)) return true
  const rooms = readdirSync(root).filter((name) => name.endsWith('-ui') || name === 'ui-kit')
  const sources = [...rooms, 'contract', 'domain', 'vite.config.ts', 'package-lock.json']
  return Math.max(...sources.map((name) => newest(join(root, name)))) > statSync(built).mtimeMs
}

/**
 * The latest change below a path. Folders count too: a file removed changes only its folder.
 *
 * @param {string} path
 * @returns {number} milliseconds
 */
function newest(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}
