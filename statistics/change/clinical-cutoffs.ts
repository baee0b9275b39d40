import { finite } from '../describe/observed.ts'
import { found, notComputable, wrongInput } from '../result.ts'
import type { Result } from '../result.ts'
import type { Better } from './reliable-change.ts'

export type Group = { mean: number, sd: number, n: number }
export type Cutoffs = { a: number, b: number, c: number }

/**
 * Beyond which score does somebody look more like the people without the trouble than like those with it?
 *
 * Assumes scores roughly normal in both groups, and groups that fit these people.
 * Convention: a = two standard deviations from the clinical mean, b = two from the functional mean (with the functional group's own spread: a known package takes the
 * clinical one), c = between the two, nearer to the tighter group. The value is c, to be used when norms of both groups exist.
 * Reference: Jacobson & Truax 1991.
 */
export function clinicalCutoffs(clinical: Group, functional: Omit<Group, 'n'>, betterIs: Better): Result<Cutoffs> {
  const method = 'cut-offs a, b, c, Jacobson & Truax'
  const told = { method, n: clinical.n }
  const [ofClinical, ofFunctional] = [checked(clinical, 'clinical'), checked(functional, 'functional')]
  if (ofClinical.sd + ofFunctional.sd === 0) return notComputable({ ...told, reason: 'neither group has any spread' })

  const towards = betterIs === 'lower' ? -1 : 1
  const c = (ofClinical.sd * ofFunctional.mean + ofFunctional.sd * ofClinical.mean) / (ofClinical.sd + ofFunctional.sd)
  return found({
    ...told, value: c, c,
    a: ofClinical.mean + towards * 2 * ofClinical.sd,
    b: ofFunctional.mean - towards * 2 * ofFunctional.sd,
  })
}

function checked({ mean, sd }: Omit<Group, 'n'>, place: string): { mean: number, sd: number } {
  if (finite(sd, `${place}.sd`) < 0) throw wrongInput(`${place}.sd`, `${sd} was given where a number from 0 belongs`)
  return { mean: finite(mean, `${place}.mean`), sd }
}
