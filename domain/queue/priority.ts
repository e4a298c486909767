/** Classes of customers, by number: within a service each has a line of its own. */
export const priorityClasses = [0, 1, 2] as const
/** 0 normal, 1 preferred by law or courtesy (优先), 2 appointment (预约). */
export type PriorityClass = (typeof priorityClasses)[number]

/** Why somebody goes before others. Codes, not free words: nobody writes a person into the record. */
export const priorityReasons = [
  'elderly',
  'disabled',
  'pregnant',
  'infant',
  'soldier',
  'urgent',
  'other',
] as const
export type PriorityReason = (typeof priorityReasons)[number]
