import { beforeAll, expect, test } from 'vitest'
import { become, offerProgrammes, visit } from '../../database/testing/index.ts'
import { aPlan } from '../../database/testing/a-plan.ts'
import { colleaguePublicId } from '../../database/testing/an-agreement.ts'
import { wordsInPdf } from '../../database/testing/words-in-pdf.ts'
import { roleName } from '../access/index.ts'
import { programmesOnOffer } from '../programmes/index.ts'
import { proposeAgreement } from './agreements.verbs.ts'
import { givePrint } from './pages/print.tsx'

beforeAll(async () => {
  await offerProgrammes()
  await visit('Kai')
})

test('it says on paper what was agreed and between whom, and neither the programme, its parts, anybody\'s role nor what it is for', async () => {
  const jonas = await aPlan()
  const about = { about: jonas.publicId }
  const id = await become('Amira', async (work) => proposeAgreement(work, {
    purpose: 'programme', programme: 'entre', clauses: [{ text: 'We meet every Tuesday.' }], parties: [await colleaguePublicId(work, 'Amira'), await colleaguePublicId(work, 'Mia')] }), about)
  for (const language of ['en', 'qps']) {
    const given = await become('Amira', (work) => givePrint(work, { participantId: jonas.publicId, agreementId: id, language }), about)
    if (!('bytes' in given)) throw new Error('no file was given')
    const { pages, drawn, told } = wordsInPdf(given.bytes as Uint8Array)
    expect(pages).toBeGreaterThan(0)
    for (const words of ['We meet every Tuesday.', 'Amira Haddad', 'Mia Juhl']) expect(drawn.replaceAll(/\s+/g, ' '), words).toContain(words)
    const programmes = programmesOnOffer().flatMap(({ definition }) => [definition.title, definition.id])
    expect(programmes.length).toBeGreaterThan(5)
    for (const words of [...programmes, ...(['facilitator', 'mentor', 'coordinator', 'case_manager'] as const).map(roleName), 'Waymark', 'programme', 'extremis', 'radicali'])
      for (const place of [drawn, told]) expect(place.toLowerCase(), words).not.toContain(words.toLowerCase())
  }
})
