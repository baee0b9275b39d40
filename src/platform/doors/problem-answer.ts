import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { newPublicId } from '../open-work.ts'
import type { Ports } from './answer-with.tsx'
import { isRefusal, problemsOf, statusOf } from './problems.ts'
import { t } from './words.ts'

/** Problem details (RFC 9457), with a code that a program can tell apart and the fields that a person must mend. */
export const problemSchema = z.object({
  type: z.string(), title: z.string(), status: z.number().int(), detail: z.string(), code: z.string(),
  errors: z.array(z.object({ field: z.string(), detail: z.string() })).optional(),
}).openapi('Problem')

/** A refusal as problem details; anything else as a fault with a number and without a word about our insides. */
export function problemAnswer(c: Context, fault: unknown, ports: Pick<Ports, 'logFault'>): Response {
  const problem = isRefusal(fault) ? refused(fault) : faulty(fault, ports)
  c.header('Content-Type', 'application/problem+json')
  return c.body(JSON.stringify(problem), (problem.code === 'sign-in-first' ? 401 : problem.status) as 422)
}

function refused(refusal: Parameters<typeof problemsOf>[0]): z.infer<typeof problemSchema> {
  const problems = problemsOf(refusal)
  const errors = problems.filter(({ field }) => field !== '').map(({ field, sentence }) => ({ field, detail: sentence }))
  const status = refusal.code === 'sign-in-first' ? 401 : statusOf(refusal)
  // What is wrong with the whole (a field that nobody knows) has no field to stand beside.
  const whole = problems.filter(({ field }) => field === '').map(({ sentence }) => sentence)
  const detail = refusal.code === 'fields' ? [t('refused.fields'), ...whole].join(' ') : problems.map(({ sentence }) => sentence).join(' ')
  return { type: `/api/docs#${refusal.code}`, title: t('refused.title'), status, detail, code: refusal.code, ...(errors.length > 0 ? { errors } : {}) }
}

function faulty(fault: unknown, ports: Pick<Ports, 'logFault'>): z.infer<typeof problemSchema> {
  const id = newPublicId()
  ports.logFault(fault, id)
  return { type: '/api/docs#fault', title: t('fault.title'), status: 500, detail: t('fault.sentence', { id }), code: 'fault' }
}
