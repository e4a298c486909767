// What the last `npm test` found: one line per check step, then the counts the project's CI reads.
// A run that executed no test has failed, whatever the tools' exit codes said.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './setup.js'

const folder = join(root, '.cache/test')
const stepsFile = join(folder, 'steps.json')
export const unitFile = join(folder, 'vitest.json')

/** @typedef {{ name: string, passed: boolean, seconds: number }} Step */

export function forgetLastRun() {
  mkdirSync(folder, { recursive: true })
  for (const file of [stepsFile, unitFile]) rmSync(file, { force: true })
}

/** @param {Step[]} steps */
export function rememberSteps(steps) {
  writeFileSync(stepsFile, JSON.stringify(steps, null, 2))
}

/** @returns {{ steps: Step[], passed: number, failed: number, skipped: number }} */
export function tally() {
  /** @type {Step[]} */
  const steps = existsSync(stepsFile) ? JSON.parse(readFileSync(stepsFile, 'utf8')) : []
  const unit = existsSync(unitFile) ? countTests(JSON.parse(readFileSync(unitFile, 'utf8'))) : none
  const stepsPassed = steps.filter((step) => step.passed).length
  const nothingRan = steps.length === 0 || unit.passed + unit.failed === 0
  return {
    steps,
    passed: stepsPassed + unit.passed,
    failed: steps.length - stepsPassed + unit.failed + (nothingRan ? 1 : 0),
    skipped: unit.skipped,
  }
}

const none = { passed: 0, failed: 0, skipped: 0 }

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number,
 *   numTodoTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 */
function countTests(report) {
  // A file that could not be loaded holds no failed test; it counts as one.
  const broken = report.testResults.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { steps, passed, failed, skipped } = tally()
  for (const step of steps) {
    console.log(`${step.passed ? 'ok    ' : 'FAILED'} ${step.name} (${step.seconds} s)`)
  }
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failed > 0 ? 1 : 0
}
