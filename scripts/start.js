// npm start: from a fresh clone to a running hall.
import { buildScreensIfStale } from './screens.js'
import { prepare, run } from './setup.js'

const { node, env } = await prepare()
await buildScreensIfStale(env)
process.exitCode = await run(node, ['server/main.ts', ...process.argv.slice(2)], env)
