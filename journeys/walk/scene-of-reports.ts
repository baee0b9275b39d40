import type { Standing } from './scene.ts'
import { atTheDoor, type Visitor } from './visitor.ts'

const asked = { kind: 'parole-board', authority: 'Parole board of Norland', recipientFunction: 'Registrar', askedBy: 'Letter of the registrar', askedOn: '2026-01-05', purpose: 'Whether a hearing is held.', necessity: 'The act names it.', items: 'taking-part' }

/** Five questions of a parole board about Jonas, each as far as another form: not commented, to be prepared, to be read as second, to be handed over, and one that was handed over and turned out wrong. */
export async function othersAsk(address: string, kai: Visitor, jonas: string): Promise<Record<string, Standing>> {
  const dana = await atTheDoor(address, 'Dana')
  const [commented, prepared, approved] = [await oneIsAsked(kai, jonas), await oneIsAsked(kai, jonas), await oneIsAsked(kai, jonas)]
  for (const at of [commented, prepared, approved]) await kai.send(`${at}/comments`, { answer: 'no-comment' }, at)
  for (const at of [prepared, approved]) await kai.send(`${at}/packages`, { language: 'en' }, at)
  await dana.send(`${approved}/decisions`, { decision: 'approved', decisionWords: 'Days only.' }, approved)
  const told = linkToReport((await kai.get(`${jonas}/sharing`)).html)
  await kai.send(`${told}/errors`, { wrong: 'The day of the beginning.' }, told)
  return {
    'Kai asked by others': { visitor: kai, begin: [await oneIsAsked(kai, jonas), commented, approved, told] },
    'Dana as second': { visitor: dana, begin: [prepared] },
  }
}

async function oneIsAsked(kai: Visitor, jonas: string): Promise<string> {
  return (await kai.send(`${jonas}/sharing/new`, asked)).path
}

/** The one that was handed over in the demonstration: the last that was asked, so it stands first. */
function linkToReport(html: string): string {
  const links = [...html.matchAll(/href="(\/people\/\w+\/sharing\/\w{16})"/g)].map(([, href = '']) => href)
  return links[0] ?? ''
}
