// The operator's tool: npm run hall -- COMMAND …, on the data folder DATA_DIR (./data).
import { Command } from 'commander'
import { explain } from './mistake.ts'

// The driver of the record needs Node-API 10; an older Node would die without a word inside it.
if (Number(process.versions.napi) < 10) {
  console.error(`Node ${process.version} is too old. Run it as: npm run hall -- …`)
  process.exit(1)
}

async function commands(): Promise<Command[]> {
  const { hallCommand } = await import('./halls.ts')
  const { staffCommand } = await import('./staff.ts')
  const { keyCommand } = await import('./key.ts')
  const { settingCommand } = await import('./setting.ts')
  const { dayCommand } = await import('./day.ts')
  const { verifyCommand, anchorCommand } = await import('./verify.ts')
  const { backupCommand } = await import('./backup.ts')
  const { restoreCommand } = await import('./restore.ts')
  const { replayCommand } = await import('./replay.ts')
  return [
    ...[hallCommand(), staffCommand(), keyCommand(), settingCommand(), dayCommand()],
    ...[verifyCommand(), anchorCommand(), backupCommand(), restoreCommand()],
    replayCommand(),
  ]
}

const program = new Command('npm run hall --')
  .description(
    'The operator’s tool. It works on the data folder DATA_DIR (./data): through the server where one runs on it, else by itself.',
  )
  .showHelpAfterError('(add --help for what it takes)')

try {
  for (const command of await commands()) program.addCommand(command)
  await program.parseAsync()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
