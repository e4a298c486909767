// node scripts/tool.js NAME ARGS… : runs a development tool of the lock file on the pinned Node.
import { prepare, run } from './setup.js'

const { env } = await prepare()
const [tool = '', ...args] = process.argv.slice(2)
process.exitCode = await run(tool, args, env)
