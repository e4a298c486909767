import Type from 'typebox'
import * as copies from '../copies.ts'
import { ProposalReply } from '../people-admin.ts'
import * as record from '../record.ts'
import type { Route } from '../route.ts'
import { strict } from '../shapes.ts'

/** The record, and the views for programs that would rather ask than listen. */
export const recordRoutes = {
  'GET /api/v1/view': {
    summary: 'The whole view that this credential may watch, numbered',
    act: 'view.own',
    reply: strict({
      view: Type.String(),
      scope: Type.String(),
      serverTime: Type.Integer(),
      data: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
    }),
  },

  'GET /api/v1/events': {
    summary: 'Events of the record, in order',
    act: 'audit.read',
    query: record.EventQuery,
    reply: record.EventList,
  },
  'GET /api/v1/checkpoints': {
    summary: 'Signed heads of the record and the key that proves them',
    act: 'record.verify',
    reply: record.CheckpointList,
  },
  'GET /api/v1/checkpoints/latest': {
    summary: 'The newest signed head: keep it outside this machine',
    act: 'record.verify',
    reply: record.CheckpointReply,
  },
  'GET /api/v1/record/slip': {
    summary: 'The slip of a closed day, for paper',
    act: 'record.verify',
    query: record.SlipQuery,
    reply: record.SlipReply,
  },
  'GET /api/v1/measures': {
    summary: 'A business day in numbers',
    act: 'rating.aggregates',
    query: record.MeasureQuery,
    reply: record.MeasureReply,
  },
  'POST /api/v1/backup': {
    summary: 'Copy the record and check the copy',
    act: 'backup.run',
    reply: copies.BackupReply,
    plain: true,
  },
  'GET /api/v1/backups': {
    summary: 'Copies on the disk of the server, newest first',
    act: 'backup.list',
    reply: copies.CopyList,
  },
  'GET /api/v1/backups/:file': {
    summary: 'One copy: what is in it, and what names it for a restore',
    act: 'backup.list',
    params: copies.CopyParams,
    reply: copies.CopyReply,
  },
  'POST /api/v1/restore/proposal': {
    summary: 'Propose to restore a copy; another person agrees, and the host’s tool does it',
    act: 'restore.propose',
    body: copies.RestoreBody,
    reasonInShape: true,
    reply: ProposalReply,
    status: 201,
  },
} as const satisfies Record<string, Route>
