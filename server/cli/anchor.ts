import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { Mistake } from './mistake.ts'
import { asOperator, fileArgument } from './operator.ts'
import type { OperatorOptions } from './operator.ts'

type AnchorOptions = OperatorOptions & { out?: string }

export function anchorCommand(): Command {
  return new Command('anchor')
    .description('the newest signed head: keep it outside this machine, and give it to `verify`')
    .option('--hall <id>', 'the hall; without it the first one')
    .option('--out <file>', 'write it there, as on a stick that leaves this machine')
    .action((options: AnchorOptions) =>
      asOperator(options, async ({ doors }) => {
        const { checkpoint, publicKey } = await doors.ask('GET /api/v1/checkpoints/latest')
        if (!checkpoint)
          throw new Mistake('Nothing is signed yet: the first head comes within minutes')
        if (options.out === undefined) return void process.stdout.write(checkpoint.note)
        const file = fileArgument(options.out)
        writeFileSync(file, checkpoint.note)
        console.log(`${file} proves ${checkpoint.seq} events. Keep it with the key ${publicKey}`)
      }),
    )
}
