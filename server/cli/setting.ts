import { Argument, Command } from 'commander'
import { settingKeys } from '#domain/hall/settings.ts'
import type { SettingKey } from '#domain/hall/settings.ts'
import { asOperator, columns } from './operator.ts'
import type { OperatorOptions } from './operator.ts'

type SetOptions = OperatorOptions & { from: string; source: string }

export function settingCommand(): Command {
  const setting = new Command('setting').description('dated settings of a hall')
  setting
    .command('list')
    .description('every setting, its value today and its ground')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((options: OperatorOptions) => list(options))
  setting
    .command('set')
    .description('give a setting a value from a business day on')
    .addArgument(new Argument('<key>', 'the setting').choices(settingKeys))
    .argument('<value>', 'a whole number, or one of the choices')
    .requiredOption('--from <date>', 'the first business day it holds, as 2026-03-17')
    .requiredOption('--source <text>', 'the document or person it comes from')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((key: SettingKey, value: string, options: SetOptions) => set(key, value, options))
  return setting
}

function list(options: OperatorOptions): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const { settings } = await doors.ask('GET /api/v1/settings')
    console.log(columns(settings.map(({ key, value, ground }) => [key, String(value), ground])))
  })
}

function set(key: SettingKey, text: string, options: SetOptions): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const value = /^-?\d+$/.test(text) ? Number(text) : text
    const body = { value, validFrom: options.from, source: options.source }
    await doors.ask('PUT /api/v1/settings/:key', { params: { key }, body })
    console.log(`${key} is ${text} from ${options.from} on.`)
  })
}
