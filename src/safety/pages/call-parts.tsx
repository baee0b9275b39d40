import { Block, ButtonLink, Link } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { aftercarePage, signaturePage, slipPage, warningPage, wingPage } from '../addresses.ts'
import { measuresSaid, toldSaid } from '../said.tsx'
import { aftercaresOf, warningsOf, wingNoticesOf, type Incident, type WingNotice } from '../safety.queries.ts'
import { t } from '../words.ts'

type Part = { work: Work, incident: Incident, callId: string, mayWrite: boolean }

/** What left the helping rooms, and what is owed to the person afterwards. */
export async function whatFollows(part: Part) {
  const { work, incident: { id } } = part
  const [notices, warnings, done] = [await wingNoticesOf(work, id), await warningsOf(work, id), await aftercaresOf(work, [id])]
  return <>
    <ProtectBlock {...part} notices={notices} warnings={warnings} />
    <AfterwardsBlock {...part} done={done} />
  </>
}

type Rows<Query extends (...given: never[]) => Promise<unknown>> = Awaited<ReturnType<Query>>

/** Each telling with whom and when; and the two ways to tell somebody what protects. */
function ProtectBlock({ work, callId, mayWrite, notices, warnings }: Part & { notices: WingNotice[], warnings: Rows<typeof warningsOf> }) {
  return <Block title={t('safety.call.protect')}>
    {notices.length + warnings.length === 0 && <p class="ds-paragraph">{t('safety.call.none-told')}</p>}
    {notices.map((notice) => <div class="told">
      <p class="ds-paragraph"><b dir="auto">{t('safety.call.wing.told', toldSaid(notice))}</b></p>
      <ul class="ds-list">{measuresSaid(notice).map((measure) => <li>{measure}</li>)}</ul>
      <p class="ds-paragraph" data-size="sm">{t('safety.call.until', { when: say.moment(notice.until_at) })} · <Link href={slipPage(callId, notice.public_id)}>{t('safety.call.slip')}</Link></p>
    </div>)}
    {warnings.map((warning) => <div class="told">
      <p class="ds-paragraph"><b dir="auto">{t('safety.call.warned', toldSaid(warning))}</b></p>
      <p class="ds-paragraph" data-size="sm"><span dir="auto">{warning.threatened}</span> · {t(`safety.danger.${warning.danger as 'life'}`)} · {t(`safety.how-soon.${warning.how_soon as 'now'}`)}</p>
      <p class="ds-paragraph" data-size="sm">{signatureSaid(warning)} {!warning.signed_at && mayWrite && warning.author_id !== work.actor.id && <Link href={signaturePage(callId, warning.public_id)}>{t('safety.call.sign')}</Link>}</p>
    </div>)}
    {mayWrite && <p class="actions"><ButtonLink href={wingPage(callId)} secondary>{t('safety.call.wing')}</ButtonLink> <ButtonLink href={warningPage(callId)} secondary>{t('safety.call.warn')}</ButtonLink></p>}
  </Block>
}

function signatureSaid({ signer, agrees, words }: Rows<typeof warningsOf>[number]) {
  if (!signer) return t('safety.call.unsigned')
  return <>{t(agrees ? 'safety.call.signed.agrees' : 'safety.call.signed.disagrees', { name: signer })}{words && <> <q dir="auto">{words}</q></>}</>
}

function AfterwardsBlock({ callId, mayWrite, done }: Part & { done: Rows<typeof aftercaresOf> }) {
  return <Block title={t('safety.call.after')}>
    {done.length === 0 ? <p class="ds-paragraph">{t('safety.call.after.none')}</p>
      : <ul class="ds-list">{done.map(({ what, author, done_on: on }) => <li>{t(`safety.call.after.${what as 'told'}`, { name: author, day: say.day(on) })}</li>)}</ul>}
    {mayWrite && done.length < 2 && <p class="actions"><ButtonLink href={aftercarePage(callId)} secondary>{t('safety.call.after.do')}</ButtonLink></p>}
  </Block>
}
