import { say, sentence } from '../platform/words/index.ts'
import type { Operation } from '../platform/work.ts'
import { t } from './words.ts'

type Said = { operation: string, record: string, purpose: string, actor_roles: string[] }

/** "looked at: agreements". What a record and a role are called is told by `access`. */
export function whatIn({ operation, record, purpose }: Said): string {
  if (purpose === 'refused') return t('audit.refused', { record: sentence(`record.${record}`) })
  return t('audit.did', { operation: t(`audit.operation.${operation as Operation}`), record: sentence(`record.${record}`) })
}

export function rolesIn({ actor_roles }: Said): string {
  return say.list(actor_roles.map((role) => sentence(`role.${role}`)))
}

const purposes = ['casework', 'person', 'oversight', 'counts', 'administrator', 'referrer', 'evaluator', 'machine', 'job', 'start', 'founding', 'demonstration', 'draft kept', 'refused'] as const

/** The same to whom it was about: they are spoken to. */
export function ownPurposeIn(line: Said): string {
  return line.purpose === 'casework' ? t('audit.own.purpose.casework') : purposeIn(line)
}

/** The ordinary purposes of shapes and of the house have words of their own; any other was given in words by whoever had it. */
export function purposeIn({ purpose }: Said): string {
  const known = purposes.find((one) => one === purpose)
  return known ? t(`audit.purpose.${known}`) : purpose
}

const machines = ['doorkeeper', 'caretaker', 'founder'] as const

/** Who did it, by name; what the house did by itself is said in words. */
export function whoIn({ actor_kind, actor_name }: { actor_kind: string, actor_name: string }): string {
  const machine = actor_kind === 'machine' ? machines.find((one) => one === actor_name) : undefined
  return machine ? t(`audit.machine.${machine}`) : actor_name
}

/** What a line is that names no person: something was asked for and not shown; the service itself was worked on; or nobody was found. */
export function aboutNobody({ purpose, record, object_ids }: { purpose: string, record: string, object_ids: string[] }): string {
  if (purpose === 'refused') return t('audit.nobody.refused', { asked: object_ids.join(', ') })
  return t(ofTheService.includes(record) ? 'audit.nobody.service' : 'audit.nobody.found')
}

/** Records that are about no participant. */
const ofTheService: readonly string[] = ['nothing', 'accounts_and_settings', 'staff_record', 'staff_test_result', 'supervision', 'supervision_state', 'reflection_log', 'access_log', 'workshop', 'integrity_rating']
