import { choiceIn, linkIn } from './forms.ts'
import type { Standing } from './scene.ts'
import { aVisitor, speakTo, type Visitor } from './visitor.ts'

/** A device that Kai has opened at a desk: it has typed the code of the day. */
export async function aDeviceAtADesk(address: string, kai: Visitor): Promise<Record<string, Standing>> {
  const { html } = await kai.send('/desks', (form) => ({ unit: choiceIn(form, 'unit', 'Fjordvik prison'), place: 'Library' }))
  const device = aVisitor(address)
  await device.send('/desk/opening', { code: /<code class="receipt">([^<]*)</.exec(html)?.[1] ?? '' }, '/desk')
  return { 'a device at a desk': { visitor: device, begin: ['/desk', '/desk/sent', '/desk/receipt'] } }
}

const done = 'Went over the list.'
export const oldSessions = ['participant_no,start,end,outcome,by,minutes,note', ...['Mia Juhl', 'Nina Vale'].map((by, at) => `FV-10001,2026-05-0${at + 4} 10:00,2026-05-0${at + 4} 11:00,held,${by},60,${done}`)]

/** A file that names a colleague whom nobody knows here: its rows wait. */
export async function rowsWait(kai: Visitor): Promise<string> {
  const columns = await kai.send('/sessions/import', { file: new File([oldSessions.join('\n')], 'old-sessions.csv', { type: 'text/csv' }) })
  const trial = await kai.send(columns.path)
  return (await kai.send(trial.path)).path
}

/** On remand, as somebody told us: the office has to confirm it. Who told it is kept as a sentence, in the language of whoever decides. */
export async function somebodyOnRemand(kai: Visitor, language: string): Promise<string> {
  await speakTo(kai, language)
  const referral = linkIn((await kai.get('/referrals')).html, 'Kaur Bains')
  const { path } = await kai.send(`${referral}/decision`, (form) => ({ decision: 'accepted', reason: 'Asked for it himself.', person: 'new', way: 'spoken', 'team.case_manager': choiceIn(form, 'team.case_manager', 'Lena Berg') }))
  await speakTo(kai, 'en')
  return path
}

/** A place outside is named for Jonas and has not been spoken with; what Mia is handed she has not taken yet. */
export async function jonasGoesOut(kai: Visitor, jonas: string): Promise<string> {
  const outside = `${jonas}/outside`
  await kai.send(`${outside}/owner`, ({ text }) => ({ owner: /value="(place:[^"]*)"/.exec(text)?.[1] ?? '' }))
  await kai.send(`${outside}/hand-over`, ({ text }) => ({ to: /value="([^"]*)"[^>]*>[^<]*Mia Juhl/.exec(text)?.[1] ?? '', items: 'goals' }))
  return outside
}
