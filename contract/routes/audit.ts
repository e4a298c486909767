import * as audit from '../audit.ts'
import { WithReason } from '../people-admin.ts'
import type { Route } from '../route.ts'

/** The record as a trail of acts, for those who inspect. */
export const auditRoutes = {
  'GET /api/v1/audit': {
    summary: 'Who did what, newest first',
    act: 'audit.read',
    query: audit.AuditQuery,
    reply: audit.AuditList,
  },
  // A command and no link: it leaves a trace of its own in the record.
  'POST /api/v1/audit.csv': {
    summary: 'The same as a table for a spreadsheet, oldest first, 100,000 rows at most',
    act: 'record.export',
    body: audit.AuditExportBody,
    reply: audit.AuditFile,
    file: 'text/csv',
  },
  'POST /api/v1/audit/:seq/note': {
    summary: 'Write a finding beside an entry',
    act: 'audit.annotate',
    params: audit.NoteParams,
    body: WithReason,
    reply: audit.NoteReply,
    reasonInShape: true,
    status: 201,
  },
} as const satisfies Record<string, Route>
