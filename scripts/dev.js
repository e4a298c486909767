// npm run dev: the same server and the same built pages as npm start, both renewed on every change.
import { buildScreensIfStale } from './screens.js'
import { prepare, run } from './setup.js'

const { node, env } = await prepare()
await buildScreensIfStale(env)

const building = run('vite', ['build', '--watch', '--logLevel', 'warn'], env)
const serving = run(node, ['--watch', 'server/main.ts', ...process.argv.slice(2)], env)
process.exitCode = await Promise.race([building, serving])
process.emit('SIGTERM')
