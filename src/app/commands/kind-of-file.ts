import { suggestMapping } from '../../platform/import/columns.ts'
import type { ImportKind } from '../../platform/import/import-kind.ts'
import { rememberedMapping } from '../../platform/import/kept-file.ts'
import type { Survey } from '../../platform/import/survey.ts'
import { isRefusal, refuse } from '../../platform/refusals.ts'
import type { Work } from '../../platform/work.ts'
import { importKinds } from '../imports/import-kinds.ts'
import { t } from './words.ts'

/** Which kind of file this is: as the option says, as a person chose columns for such headings before, else by its headings. */
export async function kindOf(work: Work, survey: Survey, of: string | undefined): Promise<ImportKind> {
  const named = importKinds.find(({ kind }) => kind === of)
  if (named) return named
  const names = importKinds.map(({ kind }) => kind).join(', ')
  if (of !== undefined) throw new Error(t('commands.import.no-kind', { of, kinds: names }))
  const fits: { kind: ImportKind, fit: number | undefined }[] = []
  for (const kind of importKinds) fits.push({ kind, fit: await fitOf(work, kind, survey) })
  if (fits.every(({ fit }) => fit === undefined)) throw refuse('not-found')
  const [best, next] = fits.map(({ kind, fit = 0 }) => ({ kind, fit })).sort((one, other) => other.fit - one.fit)
  if (!best || best.fit === 0 || best.fit === next?.fit) throw new Error(t('commands.import.which-kind', { kinds: names }))
  return best.kind
}

/** How many of its headings are fields of this kind, by name; 0 where a field is missing without which no row can be read. Undefined: not theirs to import. */
async function fitOf(work: Work, kind: ImportKind, survey: Survey): Promise<number | undefined> {
  try {
    await kind.mustImport(work)
    if (await rememberedMapping(work, kind.kind, survey)) return 1000
    const { because, missing } = suggestMapping((await kind.importer(work)).fields, survey)
    return missing.length > 0 ? 0 : Object.values(because).filter((one) => one === 'heading').length
  } catch (fault) {
    if (!isRefusal(fault)) throw fault
    return undefined
  }
}
