import type { Attempt } from '../attempt.ts'
import { Hidden } from './form.tsx'

const name = 'shownRevision'

/**
 * Which revision whoever writes this form was shown. A draft keeps it, so that what others changed meanwhile is told when it is sent, and not overwritten; a form that came
 * back has told it already and goes on from now.
 */
export function revisionShown(attempt: Attempt | undefined, now: number): number {
  const kept = attempt?.savedAt === undefined ? '' : attempt.values[name] ?? ''
  return /^\d+$/.test(kept) ? Number(kept) : now
}

/** Goes with the form into its draft; the platform's own hidden fields do not. */
export function KeptRevision({ revision }: { revision: number }) {
  return <Hidden name={name} value={revision} />
}
