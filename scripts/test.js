// npm test: every check of the project in order, from a clone with nothing installed. All steps run
// even when one fails, so that one run shows all there is to mend. `--no-unit` leaves vitest out.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root, run } from './setup.js'
import { forgetLastRun, rememberSteps, unitFile } from './tally.js'

const withUnit = !process.argv.includes('--no-unit')
const { node, env } = await prepare()

/** @type {[name: string, act: () => Promise<number>][]} */
const checks = [
  ['format', () => run('prettier', ['--check', '.', '--log-level', 'warn'], env)],
  ['lint', () => run('oxlint', ['--type-aware', '--deny-warnings'], env)],
  ['types', () => run('tsc', ['-b'], env)],
  ['unused', () => run('knip', [], env)],
  ['build', () => run('vite', ['build', '--logLevel', 'warn'], env)],
  ['bundles', parseBundles],
]
if (withUnit) checks.push(['tests', unitTests])

forgetLastRun()
const steps = []
for (const [name, act] of checks) {
  console.log(`\n== ${name}`)
  const start = Date.now()
  const code = await act()
  steps.push({ name, passed: code === 0, seconds: Math.round((Date.now() - start) / 100) / 10 })
}
rememberSteps(steps)

const failed = steps.filter((step) => !step.passed).map((step) => step.name)
console.log(failed.length > 0 ? `\nFailed: ${failed.join(', ')}` : '\nAll checks passed.')
process.exitCode = failed.length > 0 ? 1 : 0

/** A bundle can be written and yet not parse; only reading it again shows that. */
async function parseBundles() {
  const assets = join(root, 'dist/assets')
  const bundles = existsSync(assets)
    ? readdirSync(assets).filter((name) => name.endsWith('.js'))
    : []
  let broken = bundles.length === 0 ? 1 : 0
  for (const bundle of bundles) broken += await run(node, ['--check', join(assets, bundle)], env)
  console.log(`${bundles.length} bundles read`)
  return broken
}

function unitTests() {
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitFile}`]
  return run('vitest', ['run', ...report], env)
}
