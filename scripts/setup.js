// Makes sure that what the lock file names is installed, and finds the Node that came with it.
// Plain JavaScript for any Node from 18 on: this runs before anything is there.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const platform = `${process.platform}-${process.arch}`
const npmWanted = '11.19.1'

// npm warns of packages that ask for a newer Node than its own; they run on the pinned one.
const quiet = '--loglevel=error'

/** Installs if needed and returns the environment in which every tool of the project runs. */
export async function prepare() {
  try {
    if (!isInstalled()) await install()
    const node = pinnedNode(root) ?? hostNode()
    const tools = join(root, 'node_modules/.bin')
    const PATH = [dirname(node), tools, process.env.PATH].join(delimiter)
    return { node, env: { ...process.env, PATH } }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}

/**
 * Runs a command to its end, passes signals on, and gives its exit code.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>}
 */
export function run(command, args, env = process.env) {
  const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' })
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    // A terminal has already sent its Ctrl-C to the child; twice would mean "do not wait".
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
  }
  for (const signal of signals) process.on(signal, passOn)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      for (const name of signals) process.off(name, passOn)
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/** Whether node_modules holds every package at the version the lock file names. */
function isInstalled() {
  const written = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(written)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const found = packagesOf(written)
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    path in found ? found[path]?.version === version : path === '' || optional,
  )
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version: string, optional?: boolean }>}
 */
function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages
}

async function install() {
  console.log('Installing the packages of package-lock.json …')
  const { major, command, args } = await npm()
  const code = await run(command, [...args, 'ci', quiet])
  if (code !== 0) throw new Error(`npm ${major} ci ended with ${code}`)
}

/** The npm of this machine, or a newer one beside it: npm 9 and 10 lose packages of one platform. */
async function npm() {
  const here = spawnSync('npm', ['--version'], { cwd: root, encoding: 'utf8' })
  const major = Number.parseInt(here.stdout ?? '', 10)
  if (major >= 11) return { major, command: 'npm', args: [] }
  if (!major) throw new Error('npm was not found: install Node.js with npm, version 20 or newer')

  const cache = join(root, '.cache/npm')
  const parts = [`npm@${npmWanted}`, ...pinnedPackage()]
  const options = ['--no-save', '--ignore-scripts', quiet, '--prefix', cache]
  const code = await run('npm', ['install', ...options, ...parts])
  if (code !== 0) throw new Error(`npm ${npmWanted} could not be brought (${code})`)
  return {
    major: 11,
    command: pinnedNode(cache) ?? process.execPath,
    args: [join(cache, 'node_modules/npm/bin/npm-cli.js')],
  }
}

/** The name and version of this platform's Node package, if the project has one. */
function pinnedPackage() {
  const { optionalDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const version = optionalDependencies[`node-${platform}`]
  return version ? [`node-${platform}@${version}`] : []
}

/** @param {string} folder */
function pinnedNode(folder) {
  const node = join(folder, 'node_modules', `node-${platform}`, 'bin/node')
  // It must also answer: a system with another C library finds the file and cannot run it.
  return spawnSync(node, ['--version']).status === 0 ? node : undefined
}

function hostNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath
  throw new Error(
    `No Node package for ${platform} is pinned, and Node ${process.versions.node} is too old: ` +
      'install Node 24 and run this again',
  )
}
