import { Command } from 'commander'
import { consoleUrl } from '../address.ts'
import { Mistake } from './mistake.ts'
import { asOperator } from './operator.ts'
import type { OperatorOptions } from './operator.ts'
import { utc } from './people.ts'

export function adminCommand(): Command {
  const admin = new Command('admin').description('the first administrator of a hall')
  admin
    .command('code')
    .description('a new code with which the first administrator comes in; told once')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((options: OperatorOptions) => code(options))
  return admin
}

function code(options: OperatorOptions): Promise<void> {
  return asOperator(options, async ({ doors, running, url }) => {
    if (!running) throw new Mistake('No server runs here. Start it: it says the code itself.')
    const first = await doors.ask('POST /api/v1/console/first/code')
    console.log(
      [
        `Whoever is to be the first administrator opens ${consoleUrl(url)}#first and types the code`,
        '',
        `  ${first.code}`,
        '',
        `It opens once, until ${utc(first.expiresAt)}; after five wrong ones it opens nothing at that address.`,
      ].join('\n'),
    )
  })
}
