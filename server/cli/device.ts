import { Command } from 'commander'
import type { DeviceView } from '#contract/devices.ts'
import { asOperator, columns } from './operator.ts'
import type { OperatorOptions } from './operator.ts'

type RevokeOptions = OperatorOptions & { reason: string }

export function deviceCommand(): Command {
  const device = new Command('device').description('paired screens of a hall')
  device
    .command('list')
    .description('all paired screens, and how they are')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((options: OperatorOptions) => list(options))
  device
    .command('revoke')
    .description('let a screen go: it opens nothing from now on')
    .argument('<id>', 'the id of the device, from `device list`')
    .requiredOption('--reason <text>', 'why, for the record')
    .option('--hall <id>', 'the hall; without it the first one')
    .action((deviceId: string, options: RevokeOptions) => revoke(deviceId, options))
  return device
}

function list(options: OperatorOptions): Promise<void> {
  return asOperator(options, async ({ doors, url }) => {
    const { devices } = await doors.ask('GET /api/v1/devices')
    if (devices.length === 0)
      return console.log(`No screens are paired yet. Pair them at the console: ${url}/manager/`)
    const rows = devices.map((one) => [
      one.id,
      one.kind,
      one.counterNo ?? '–',
      one.name,
      one.place,
      stateOf(one),
      one.health.version ?? '',
    ])
    console.log(columns([['id', 'kind', 'counter', 'name', 'place', 'state', 'version'], ...rows]))
  })
}

/** In one word or two, what somebody who looks after screens has to know first. */
function stateOf({ revokedAt, revokedBecause, health }: DeviceView): string {
  if (revokedAt !== null) return `revoked: ${revokedBecause ?? ''}`
  if (!health.online) return health.lastBeatAt === null ? 'not heard since the start' : 'offline'
  if (health.behind) return 'stands still'
  return health.paper === null || health.paper === 'ok' ? 'online' : `paper ${health.paper}`
}

function revoke(deviceId: string, { reason, ...options }: RevokeOptions): Promise<void> {
  return asOperator(options, async ({ doors }) => {
    const { device } = await doors.ask('POST /api/v1/devices/:deviceId/revoke', {
      params: { deviceId },
      body: { reason },
    })
    console.log(`${device.name} (${device.kind}) is revoked.`)
  })
}
