// node scripts/run.js FILE.ts ARGS… : runs a program of the project on the pinned Node.
import { prepare, run } from './setup.js'

const { node, env } = await prepare()
process.exitCode = await run(node, process.argv.slice(2), env)
