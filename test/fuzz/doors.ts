import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'

/** A JSON schema, as far as the interface uses it. */
export type Schema = {
  type?: string | string[]
  enum?: unknown[]
  const?: unknown
  anyOf?: Schema[]
  oneOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minItems?: number
  maxItems?: number
  minLength?: number
  maxLength?: number
  pattern?: string
  minimum?: number
  maximum?: number
}

export type Parameter = { name: string; in: string; required?: boolean; schema: Schema }

/** A door as the server describes it itself. */
export type Door = {
  name: string
  method: string
  /** `/api/v1/tickets/{ticketId}` */
  path: string
  parameters: Parameter[]
  body: Schema | null
  /** Whether a body is what the door asks for. */
  takes: ValidateFunction
}

type Operation = {
  parameters?: Parameter[]
  requestBody?: { content?: Record<string, { schema: Schema }> }
}
type Document = { paths: Record<string, Record<string, Operation>> }

/** Every door that a running server names in its OpenAPI: one that is added is fuzzed from then on. */
export async function doorsOf(url: string): Promise<Door[]> {
  const response = await fetch(`${url}/api/v1/openapi.json`)
  const { paths } = (await response.json()) as Document
  const ajv = new Ajv({ strict: false })
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([verb, { parameters = [], requestBody }]) => {
      const body = requestBody?.content?.['application/json']?.schema ?? null
      const method = verb.toUpperCase()
      const takes = ajv.compile(body ?? {})
      return { name: `${method} ${path}`, method, path, parameters, body, takes }
    }),
  )
}
