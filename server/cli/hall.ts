// The operator's tool: npm run hall -- COMMAND …, on the data folder DATA_DIR (./data).
import { Command } from 'commander'
import { explain } from './mistake.ts'

// The driver of the record needs Node-API 10; an older Node would die without a word inside it.
if (Number(process.versions.napi) < 10) {
  console.error(`Node ${process.version} is too old. Run it as: npm run hall -- …`)
  process.exit(1)
}

/** Each command, loaded when it is named: a check of the record needs no server, a key no replay. */
const commands: Record<string, () => Promise<Command>> = {
  hall: async () => (await import('./halls.ts')).hallCommand(),
  staff: async () => (await import('./staff.ts')).staffCommand(),
  people: async () => (await import('./people.ts')).peopleCommand(),
  proposal: async () => (await import('./proposal.ts')).proposalCommand(),
  admin: async () => (await import('./admin.ts')).adminCommand(),
  key: async () => (await import('./key.ts')).keyCommand(),
  device: async () => (await import('./device.ts')).deviceCommand(),
  setting: async () => (await import('./setting.ts')).settingCommand(),
  day: async () => (await import('./day.ts')).dayCommand(),
  verify: async () => (await import('./verify.ts')).verifyCommand(),
  anchor: async () => (await import('./anchor.ts')).anchorCommand(),
  backup: async () => (await import('./backup.ts')).backupCommand(),
  restore: async () => (await import('./restore.ts')).restoreCommand(),
  tls: async () => (await import('./tls.ts')).tlsCommand(),
  replay: async () => (await import('./replay.ts')).replayCommand(),
  forecast: async () => (await import('./forecast.ts')).forecastCommand(),
  choose: async () => (await import('./choose.ts')).chooseCommand(),
}

const program = new Command('npm run hall --')
  .description(
    'The operator’s tool. It works on the data folder DATA_DIR (./data): through the server where one runs on it, else by itself.',
  )
  .showHelpAfterError('(add --help for what it takes)')

try {
  const named = commands[process.argv[2] ?? '']
  for (const load of named ? [named] : Object.values(commands)) program.addCommand(await load())
  await program.parseAsync()
} catch (error) {
  console.error(explain(error))
  process.exitCode = 1
}
