import { thePerson } from '../../participants/index.ts'
import { giveFile, show } from '../../platform/doors/index.ts'
import { Block, Link, Narrow, Notice, PageHead } from '../../platform/page/index.ts'
import { refuse } from '../../platform/refusals.ts'
import { installedLanguages, say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { findAgreement, languagesOf } from '../agreements.queries.ts'
import { missingLanguages, printAgreement } from '../on-paper.ts'
import { t } from '../words.ts'
import { printedPage, type Here } from './addresses.ts'
import { Way } from './parts.tsx'

/** Asks first: paper goes where no right follows it. Then offers every installed language. */
export async function showPrint(work: Work, here: Here) {
  const person = await thePerson(work)
  const agreement = await findAgreement(work, here.agreementId)
  const missing = missingLanguages(await languagesOf(work, agreement.participantId))
  return show({ title: t('agreement.print.title'), body: <Narrow>
    <Way person={person} agreement={agreement} here={t('agreement.print.title')} />
    <PageHead title={t('agreement.print.title')} sub={person.name} />
    <Notice kind="care" title={t('agreement.print.safe')}>{t('agreement.print.safe.hint')}</Notice>
    {missing.length > 0 && <Notice kind="info">{t('agreement.print.missing', { languages: say.list(missing) })}</Notice>}
    <Block title={t('agreement.print.yes')} size="xs">
      <ul class="ds-list">{installedLanguages().map(({ code, name }) => <li><Link href={printedPage(here, code)}>{t('agreement.print.in', { language: name })}</Link></li>)}</ul>
    </Block>
  </Narrow> })
}

/** The file. Its name, and its title in a viewer, say "appointment". */
export async function givePrint(work: Work, { agreementId, language }: Here & { language: string }) {
  const agreement = await findAgreement(work, agreementId)
  if (!installedLanguages().some(({ code }) => code === language)) throw refuse('not-found')
  const missing = missingLanguages(await languagesOf(work, agreement.participantId))
  return giveFile({ bytes: printAgreement(agreement, { language, timeZone: work.timeZone, missing }), type: 'application/pdf', name: 'appointment.pdf', inline: true })
}
