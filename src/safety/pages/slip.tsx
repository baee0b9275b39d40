import { nameOnPaper, pdfOf, whyNotPrinted } from '../../platform/document/index.ts'
import { giveFile, show } from '../../platform/doors/index.ts'
import { ButtonLink, Narrow, Notice, PageHead } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { currentReader, say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { slipPage } from '../addresses.ts'
import { aboutWhom, measuresSaid, toldSaid, Way } from '../said.tsx'
import { incidentOf, theCall, wingNoticesOf, type Incident, type WingNotice } from '../safety.queries.ts'
import { t } from '../words.ts'
import { toCall } from './protect.tsx'

type Here = { callId: string, noticeId: string }

/** Asks the question that has to be asked before paper exists. */
export async function showSlip(work: Work, here: Here) {
  const { incident, notice } = await theNotice(work, here)
  const why = whyNotPrinted(() => slipOf(incident, notice))
  return show({ title: t('safety.slip.page'), body: <Narrow>
    <Way incident={incident} above={[toCall(here.callId)]} here={t('safety.slip.page')} />
    <PageHead title={t('safety.slip.page')} />
    <Notice kind="care">{t('safety.slip.safe')}</Notice>
    {why && <Notice kind="care">{why}</Notice>}
    <p class="actions"><ButtonLink href={`${slipPage(here.callId, here.noticeId)}/print`}>{t('safety.slip.open')}</ButtonLink></p>
  </Narrow> })
}

/** Its file and its title say nothing of why. */
export async function giveSlip(work: Work, here: Here) {
  const { incident, notice } = await theNotice(work, here)
  work.discloses(notice.told_whom)
  return giveFile({ bytes: slipOf(incident, notice), type: 'application/pdf', name: 'note.pdf', inline: true })
}

/** A name, what to do and until when. */
function slipOf(incident: Incident, notice: WingNotice): Uint8Array {
  const told = toldSaid(notice)
  return pdfOf(template, {
    file: t('safety.slip.file'), title: t('safety.slip.title'), who: nameOnPaper(aboutWhom(incident)), measures: measuresSaid(notice),
    until: t('safety.slip.until', { when: say.moment(notice.until_at) }), ask: t('safety.slip.ask', { name: nameOnPaper(notice.author) }), told: t('safety.slip.told', { whom: told.whom, when: told.when }),
  }, currentReader())
}

async function theNotice(work: Work, { callId, noticeId }: Here) {
  const call = await theCall(work, callId)
  const incident = await incidentOf(work, call.incident_id)
  const notice = (await wingNoticesOf(work, call.incident_id)).find(({ public_id: id }) => id === noticeId)
  if (!incident || !notice) throw refuse('not-found')
  return { incident, notice }
}

const template = String.raw`
#set document(title: data.file)
#set page(paper: "a5")
#set text(size: 14pt)
= #own(data.who)
== #data.title
#list(spacing: 1em, ..data.measures.map(own))
#v(0.6em)
#strong(data.until)
#v(1em)
#text(size: 10pt)[#own(data.told) \ #own(data.ask)]
`
