import type { RuleContext } from '#domain/queue/choice/choose.ts'

/** Where nothing else is said: the wait that a hall starts with, in seconds. */
const usualTargetS = 900

/** “PAY|1”, “PAY 1”: a service and a class in one name. */
const serviceAndClass = /^(?<service>.+)[|: ](?<priority>\d)$/

/**
 * Target waits as a driver of a replay may name them, in seconds: one for all, by class, by service,
 * by both, or as a list of `{ service, priority, target_s }` in which either name may be left out.
 */
export function targetsOf(told: unknown): RuleContext['targetS'] {
  const known = new Map<string, number>()
  for (const [service, priority, value] of namedIn(told))
    if (typeof value === 'number' && value > 0) known.set(`${service}|${priority}`, value)
  return (serviceId, priority) =>
    known.get(`${serviceId}|${priority}`) ??
    known.get(`${serviceId}|`) ??
    known.get(`|${priority}`) ??
    known.get(`${priority}|`) ??
    known.get('|') ??
    usualTargetS
}

type Named = [service: string, priority: string, value: unknown]

function namedIn(told: unknown): Named[] {
  if (Array.isArray(told))
    return told.map((one, at) => (isRecord(one) ? listed(one) : ['', `${at}`, one]))
  if (!isRecord(told)) return [['', '', told]]
  return Object.entries(told).flatMap(([name, its]) => {
    if (typeof its === 'object' && its !== null)
      return Object.entries(its).map(([priority, value]): Named => [name, priority, value])
    const { service = name, priority = '' } = serviceAndClass.exec(name)?.groups ?? {}
    return [[service, priority, its]]
  })
}

function listed({ service = '', priority = '', target_s: target }: Record<string, unknown>): Named {
  return [String(service), String(priority), target]
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
