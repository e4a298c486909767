import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

/**
 * Shown to catch: `ws` raised to 99 in floors.json, a caret in package.json, a package with an install
 * script that is not listed below.
 */
const root = fileURLToPath(new URL('../..', import.meta.url))
const read = <T>(name: string): T => JSON.parse(readFileSync(root + name, 'utf8')) as T

/** `minimum`: one, or one for each line of versions that is mended by itself. */
type Floor = { name: string; minimum: string | string[]; reason: string }
type Locked = { version?: string; integrity?: string; hasInstallScript?: boolean; link?: boolean }

const floors = read<Floor[]>('floors.json')
const { packages } = read<{ packages: Record<string, Locked> }>('package-lock.json')

/** Every copy of a package in the lock file, also those inside another package. */
function versionsOf(name: string): string[] {
  return Object.entries(packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version = '' }]) => version)
}

/** Held against the minimum of its own line; a line without one is judged by the highest. */
function isBelowAny(version: string, minimum: Floor['minimum']): boolean {
  const minimums = [minimum].flat()
  const line = minimums.find((one) => one.split('.')[0] === version.split('.')[0])
  return isBelow(version, line ?? minimums.at(-1) ?? '')
}

function isBelow(version: string, minimum: string): boolean {
  const numbers = (text: string) => (text.split('-')[0] ?? '').split('.').map(Number)
  const [have, want] = [numbers(version), numbers(minimum)]
  for (const [at, least] of want.entries()) {
    const mine = have[at] ?? 0
    if (mine !== least) return mine < least
  }
  return version.includes('-')
}

describe('the parts', () => {
  test.each(floors)('F4 $name is locked at $minimum or above', ({ name, minimum, reason }) => {
    const versions = versionsOf(name)
    expect(versions.length).toBeGreaterThan(0)
    expect(versions.filter((version) => isBelowAny(version, minimum))).toEqual([])
    expect(reason.length).toBeGreaterThan(10)
  })

  test.each([
    ['1.2.3', '1.2.4', true],
    ['1.10.0', '1.9.9', false],
    ['2.0.0-rc.1', '2.0.0', true],
    ['2.0.0', '2.0.0', false],
  ] as const)('F4 %s is below %s: %s', (version, minimum, below) => {
    expect(isBelow(version, minimum)).toBe(below)
  })

  test.each([
    ['3.1.6', true],
    ['3.2.0', false],
    ['4.1.3', true],
    ['4.1.4', false],
    ['2.9.0', true],
    ['5.0.0', false],
  ] as const)('F4 of two lines that are kept, %s is below: %s', (version, below) => {
    expect(isBelowAny(version, ['3.1.7', '4.1.4'])).toBe(below)
  })

  test('F4 are named exactly, and locked by what they contain', () => {
    type Manifest = Record<'dependencies' | 'devDependencies' | 'optionalDependencies', object>
    const manifest = read<Manifest>('package.json')
    const named = Object.entries<string>({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    })
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))).toEqual([])
    const loose = Object.entries(packages).filter(
      ([path, { integrity, link }]) => path !== '' && !link && integrity === undefined,
    )
    expect(loose.map(([path]) => path)).toEqual([])
  })

  test('F5 run nothing of their own when they are installed', () => {
    expect(readFileSync(`${root}.npmrc`, 'utf8')).toMatch(/^ignore-scripts=true$/m)
    const scripted = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.split('node_modules/').at(-1))
    // Tools of development that work without their scripts.
    expect(new Set(scripted)).toEqual(new Set(['esbuild']))
  })

  test('F6 can be listed without a network', () => {
    // A registry that nobody serves: whoever asks one fails.
    const env = { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' }
    execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, env, stdio: 'pipe' })
    const { bomFormat, components } = read<{
      bomFormat: string
      components: { name: string; version: string; hashes?: object[] }[]
    }>('sbom.cdx.json')
    expect(bomFormat).toBe('CycloneDX')
    const locked = Object.keys(packages).filter((path) => path !== '')
    expect(components.length).toBeGreaterThan(locked.length * 0.8)
    const found = components.find(({ name }) => name === 'fastify')
    expect(found?.version).toBe(versionsOf('fastify')[0])
    expect(found?.hashes).toHaveLength(1)
  })
})
