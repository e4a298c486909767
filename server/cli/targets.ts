import type { RuleContext } from '#domain/queue/choice/choose.ts'

/** Where nothing else is said: the wait that a hall starts with, in seconds. */
const usualTargetS = 900

/**
 * Target waits as a driver of a replay may name them: one for all, by service, by service and class,
 * or as a list of `{ service, priority, target_s }` (or `target`) in which either name may be left out.
 */
export function targetsOf(told: unknown): RuleContext['targetS'] {
  const known = new Map<string, number>()
  const note = (service: string, priority: string, value: unknown) => {
    if (typeof value === 'number' && value > 0) known.set(`${service}|${priority}`, value)
  }
  if (Array.isArray(told)) for (const one of told) noteOne(one, note)
  else if (isRecord(told)) for (const [service, its] of Object.entries(told)) noteAll(service, its)
  else note('', '', told)

  function noteAll(service: string, its: unknown): void {
    if (!isRecord(its) && !Array.isArray(its)) return note(service, '', its)
    for (const [priority, value] of Object.entries(its)) note(service, priority, value)
  }

  return (serviceId, priority) =>
    known.get(`${serviceId}|${priority}`) ??
    known.get(`${serviceId}|`) ??
    known.get(`|${priority}`) ??
    known.get('|') ??
    usualTargetS
}

type Note = (service: string, priority: string, value: unknown) => void

function noteOne(one: unknown, note: Note): void {
  if (!isRecord(one)) return
  const { service = '', priority = '', target_s: seconds, target = seconds } = one
  note(String(service), String(priority), target)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
