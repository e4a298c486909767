import type { Static, TSchema } from 'typebox'
import type { ActId } from '#domain/people/matrix.ts'

/**
 * One door: the act it is, whose row of the matrix says who may use it; what goes in, what comes out. Every answer carries `epoch` and `seq`
 * beside the fields of `reply`; every command needs an `Idempotency-Key`.
 */
export type Route = {
  summary: string
  act: ActId
  params?: TSchema
  query?: TSchema
  body?: TSchema
  reply: TSchema
  /** Its own shape says why it is done, where the matrix asks for a reason. */
  reasonInShape?: true
  /** Status of success; 200 where nothing is said. */
  status?: 201
  /** A command that leaves no trace in the record and needs no retry safety (credentials). */
  plain?: true
  /** The answer is a file of this type, and no JSON. */
  file?: 'text/csv'
}

/** What the handler of a door is given, and the screens' `call` asks for. */
export type Input<R extends Route> = {
  params: R['params'] extends TSchema ? Static<R['params']> : Record<never, never>
  query: R['query'] extends TSchema ? Static<R['query']> : Record<never, never>
  body: R['body'] extends TSchema ? Static<R['body']> : undefined
}

/** What a caller gets back: the reply and its place in the record. */
export type Reply<R extends Route> = Static<R['reply']>
export type Answer<R extends Route> = Reply<R> & { epoch: string; seq: number }
