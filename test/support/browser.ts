// The browser of the tests: the Chromium that the lock file pins, unpacked once into the cache, or
// one of the system. It is never skipped: without a browser the tests that need one fail and say why.
import { execFile, spawn } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'
import { chromium, type Browser } from 'playwright'

interface Installed {
  executablePath: string
  env: Record<string, string>
}

const require = createRequire(import.meta.url)
const cache = fileURLToPath(new URL('../../.cache/browser', import.meta.url))

const args = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none',
  '--no-first-run',
]

/** Starts a headless Chromium; whoever asks for it closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await findBrowser()
  const options = { executablePath, args, env: { ...ownEnvironment(), ...env }, timeout: 60_000 }
  try {
    return await chromium.launch(options)
  } catch (error) {
    // A start that hung or was killed on a full machine says nothing about a screen.
    console.warn('The browser did not start; once more.', error)
    return chromium.launch(options)
  }
}

async function findBrowser(): Promise<Installed> {
  const named = process.env['CHROMIUM_PATH']
  const candidates = named
    ? [() => inSystem(named)]
    : [
        unpacked,
        () => inSystem('chromium'),
        () => inSystem('chromium-headless-shell'),
        () => inSystem('google-chrome'),
      ]
  for (const candidate of candidates) {
    const found = await candidate()
    if (found && (await answers(found))) return found
  }
  throw new Error(
    `No Chromium answers${named ? ` at CHROMIUM_PATH=${named}` : ''}: ` +
      'run `apt-get install chromium`, or name one in CHROMIUM_PATH',
  )
}

async function inSystem(name: string): Promise<Installed | undefined> {
  if (name.includes('/')) return { executablePath: name, env: {} }
  const folders = (process.env['PATH'] ?? '').split(':')
  const executablePath = folders
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
  return executablePath === undefined ? undefined : { executablePath, env: {} }
}

async function answers({ executablePath, env }: Installed): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)(executablePath, ['--version'], {
      env: { ...ownEnvironment(), ...env },
    })
    return /Chrom/.test(stdout)
  } catch {
    return false
  }
}

/** The Chromium of the lock file. The package's own unpacking leaves out its shared libraries. */
async function unpacked(): Promise<Installed | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const parts = join(dirname(require.resolve('@sparticuz/chromium')), '..')
  const { version } = JSON.parse(await readFile(join(parts, 'package.json'), 'utf8')) as {
    version: string
  }
  const home = join(cache, version)
  if (!existsSync(home)) await unpack(join(parts, 'bin'), home)
  return {
    executablePath: join(home, 'chromium'),
    env: { LD_LIBRARY_PATH: join(home, 'lib'), FONTCONFIG_FILE: join(home, 'hall-fonts.conf') },
  }
}

/** Unpacks beside and renames, so that two processes that start together cannot meet halfway. */
async function unpack(from: string, home: string): Promise<void> {
  await mkdir(cache, { recursive: true })
  const beside = await mkdtemp(`${home}.`)
  const executable = join(beside, 'chromium')
  await Promise.all([
    pipeline(
      createReadStream(join(from, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(executable),
    ),
    ...['al2023', 'swiftshader', 'fonts'].map((name) =>
      untar(join(from, `${name}.tar.br`), beside),
    ),
  ])
  await chmod(executable, 0o755)
  await writeFile(
    join(beside, 'hall-fonts.conf'),
    fontSettings(join(home, 'fonts'), join(home, 'cache')),
  )
  await rename(beside, home).catch(async (error: unknown) => {
    await rm(beside, { recursive: true })
    if (!existsSync(home)) throw error
  })
}

async function untar(archive: string, into: string): Promise<void> {
  const tar = spawn('tar', ['-x', '-C', into], { stdio: ['pipe', 'inherit', 'inherit'] })
  const ended = new Promise<void>((resolve, reject) => {
    tar.on('error', reject)
    tar.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`tar ended with ${code}`))))
  })
  await Promise.all([
    pipeline(createReadStream(archive), createBrotliDecompress(), tar.stdin),
    ended,
  ])
}

// With no font at all Chromium draws nothing, and the text of a page reads as empty.
const fontSettings = (folder: string, fontCache: string): string =>
  `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${fontCache}</cachedir>
</fontconfig>
`

function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env)
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => !!entry[1]))
}
