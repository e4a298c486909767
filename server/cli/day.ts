import { Command } from 'commander'
import { asOperator } from './operator.ts'
import type { OperatorOptions } from './operator.ts'

/** Business days open and close by themselves; by hand only where the clock was doubted or on early closing. */
export function dayCommand(): Command {
  const day = new Command('day').description('the business day, where it has to be moved by hand')
  day
    .command('open')
    .description('open a business day: the server doubts the clock, or the day was closed early')
    .argument('<date>', 'the business day, as 2026-03-17; never before the present one')
    .requiredOption('--reason <text>', 'why; it stays in the record, so no personal data')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((date: string, options: OperatorOptions & { reason: string }) => open(date, options))
  day
    .command('close')
    .description('close the business day before its cut-over: no more numbers')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((options: OperatorOptions) => close(options))
  return day
}

function open(businessDay: string, options: OperatorOptions & { reason: string }): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const body = { businessDay, reason: options.reason }
    const said = await doors.ask('POST /api/v1/days/open', { body })
    console.log(`The business day is ${said.businessDay}, open.`)
  })
}

function close(options: OperatorOptions): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const said = await doors.ask('POST /api/v1/days/close')
    console.log(`The business day ${said.businessDay} is closed; its head is signed.`)
  })
}
