import { findAgreement, proposeAgreement, signAgreement, type Agreement } from '../../src/agreements/index.ts'
import type { Work } from '../../src/platform/work.ts'
import type { First } from '../seeds/cast.ts'
import { aParticipant } from './a-participant.ts'
import { become, becomeParticipant, colleagueId } from './become.ts'

export const clauses = [{ text: 'Meet every Tuesday.' }, { text: 'Call home every week.' }]

type Jonas = { id: number, publicId: string }

/** A mentoring agreement of Jonas and Mia, signed by both unless said otherwise. */
export async function anAgreement({ signed = true, jonas: given, texts = clauses }: { signed?: boolean, jonas?: Jonas, texts?: { text: string }[] } = {}): Promise<{ jonas: Jonas, id: string }> {
  const jonas = given ?? await aParticipant()
  const id = await become('Mia', async (work) => proposeAgreement(work, { purpose: 'mentoring', clauses: texts, parties: [await colleaguePublicId(work, 'Mia')] }), { about: jonas.publicId })
  if (signed) await answers(jonas, id, 1)
  return { jonas, id }
}

/** Mia and Jonas sign. */
export async function answers(jonas: Jonas, agreementId: string, version: number): Promise<void> {
  await become('Mia', (work) => signAgreement(work, { agreementId, version }), { about: jonas.publicId })
  await becomeParticipant(jonas.id, (work) => signAgreement(work, { agreementId, version }))
}

/** As Kai, the coordinator, sees it. */
export function theAgreement(jonas: Jonas, id: string): Promise<Agreement> {
  return become('Kai', (work) => findAgreement(work, id), { about: jonas.publicId })
}

export async function colleaguePublicId(work: Work, first: First): Promise<string> {
  const { public_id: publicId } = await work.db.selectFrom('colleagues').select('public_id').where('id', '=', await colleagueId(first)).executeTakeFirstOrThrow()
  return publicId
}
