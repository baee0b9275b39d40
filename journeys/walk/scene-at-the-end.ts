import { choiceIn, pathIn } from './forms.ts'
import type { Standing } from './scene.ts'
import type { Visitor } from './visitor.ts'

const sentences = Object.fromEntries(['programme', 'dose', 'units', 'goals', 'agreements', 'after', 'places', 'follows', 'plain'].map((part) => [part, 'It came to an end, and something goes on.']))

/** Two programmes of one person have ended: of the first the report is signed and waits for the coordinator; of the second it is read together and waits for the signature. */
export async function programmesEnd({ kai, amira, person }: { kai: Visitor, amira: Visitor, person: string }): Promise<Record<string, Standing>> {
  await kai.send(`${person}/team/new`, ({ text }) => ({ colleague: /value="([^"]+)"[^>]*>\s*<label[^>]*>Amira Haddad/.exec(text)?.[1] ?? '' }), `${person}/team/new?role=facilitator`)
  await kai.send(`${person}/consents`, { purpose: 'programme', answer: 'yes' })
  const signed = await oneEnds({ kai, amira, person })
  await amira.send(`${signed}/signatures`, {}, signed)
  const read = await oneEnds({ kai, amira, person })
  return {
    'Amira at the end': { visitor: amira, begin: [`${person}/closing`, read, `${read}/answers`, `${read}/print`] },
    'Kai at the end': { visitor: kai, begin: [`${person}/closing`, signed] },
  }
}

async function oneEnds({ kai, amira, person }: { kai: Visitor, amira: Visitor, person: string }): Promise<string> {
  const { path: plan } = await kai.send(`${person}/plans/new`, (form) => ({ programme: choiceIn(form, 'programme') }))
  await kai.send(`${plan}/ending`, (form) => ({ ending: choiceIn(form, 'ending') }))
  const write = pathIn((await amira.get(`${person}/closing`)).html, new RegExp(`^${person}/closing/plans/${plan.split('/').at(-1)}/write$`))
  const { path: report } = await amira.send(write, sentences)
  await amira.send(`${report}/answers`, { answer: 'objects', words: 'It was more than that.' })
  return report
}
