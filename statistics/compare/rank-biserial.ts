import { sum } from '../arithmetic/sum.ts'
import { found, notComputable } from '../result.ts'
import type { Result } from '../result.ts'
import type { PairedValues } from './paired-values.ts'
import { signedRanks } from './signed-rank.ts'

/**
 * How one-sided are the changes, from -1 (all down) to 1 (all up), larger changes counting more?
 * Convention: people without a change are dropped; (places of increases - places of decreases) / all places.
 * Reference: Kerby 2014, Comprehensive Psychology 3:11.IT.3.1.
 */
export function rankBiserial({ differences, missing }: PairedValues): Result {
  const method = 'matched-pairs rank-biserial correlation'
  const { signed } = signedRanks(differences, 'dropped')
  if (signed.length === 0) return notComputable({ method, n: differences.length, missing, reason: 'nobody changed' })
  return found({ value: sum(signed) / sum(signed.map(Math.abs)), n: signed.length, missing, method, cautions: missing > 0 ? ['missing-values'] : [] })
}
