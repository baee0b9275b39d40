import type { Attempt } from '../../platform/attempt.ts'
import { keysOf, show } from '../../platform/doors/index.ts'
import { Block, ButtonLink, Crumbs, ErrorSummary, Form, InARow, Narrow, Notice, NumberField, PageHead, Submit, SummaryList, Table } from '../../platform/page/index.ts'
import { say } from '../../platform/words/index.ts'
import type { Work } from '../../platform/work.ts'
import { picturesOf } from '../found/drawn-findings.ts'
import { shownBefore, theStudy } from '../evaluation.queries.ts'
import { studyFindings } from '../evaluation.verbs.ts'
import type { Study } from '../study.ts'
import { t } from '../words.ts'
import { studiesPage, studyPage } from './addresses.ts'
import { Found } from './found.tsx'
import { planSaid, shownBeforeSaid } from './plan-form.tsx'

/** A study: its plan while it is written, what it finds once it is locked. */
export async function showStudy(work: Work, { studyId }: { studyId: string }, attempt?: Attempt) {
  const study = await theStudy(work, studyId)
  return study.lockedAt === null ? draft(work, study, attempt) : locked(work, study)
}

async function draft(work: Work, study: Study, attempt?: Attempt) {
  const before = shownBeforeSaid(await shownBefore(work, study))
  const here = studyPage(study.publicId)
  return show({ title: t('evaluation.study.title'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Crumbs above={[{ href: studiesPage, label: t('evaluation.studies.title') }]} here={study.title} />
    <PageHead title={study.title} sub={t('evaluation.state.draft')} actions={<ButtonLink secondary href={`${here}/plan`}>{t('evaluation.change.title')}</ButtonLink>} />
    {before.length > 0 && <Notice kind="care">{before.join(' ')}</Notice>}
    <SummaryList answers={planSaid(study)} />
    {study.design === 'drawn-starts' && <Block title={t('evaluation.starts.title')}>
      {study.startPoints.length > 0 ? <Starts study={study} /> : <Form action={`${here}/starts`} keys={keysOf(work)}>
        <p class="ds-paragraph">{t('evaluation.starts.what')}</p>
        <InARow>
          <NumberField name="people" label={t('evaluation.field.people')} required attempt={attempt} />
          <NumberField name="earliest" label={t('evaluation.field.earliest')} required attempt={attempt} />
          <NumberField name="latest" label={t('evaluation.field.latest')} required attempt={attempt} />
          <NumberField name="everyDays" label={t('evaluation.field.every-days')} required value="14" attempt={attempt} />
        </InARow>
        <Submit label={t('evaluation.starts.do')} />
      </Form>}
    </Block>}
    <Block title={t('evaluation.lock.title')}>
      <p class="ds-paragraph">{t('evaluation.lock.what')}</p>
      <Form action={`${here}/lock`} keys={keysOf(work, study.revision)}><Submit label={t('evaluation.lock.do')} /></Form>
    </Block>
  </Narrow> })
}

async function locked(work: Work, given: Study) {
  const { study, findings } = await studyFindings(work, given.publicId)
  const before = shownBeforeSaid(await shownBefore(work, study))
  return show({ title: t('evaluation.study.title'), body: <>
    <Crumbs above={[{ href: studiesPage, label: t('evaluation.studies.title') }]} here={study.title} />
    <PageHead title={study.title} sub={t('evaluation.state.locked', { when: say.moment(study.lockedAt ?? study.writtenAt) })} />
    <Notice kind="info">{t('evaluation.for-learning')}</Notice>
    <Found study={study} findings={findings} pictures={await picturesOf(study, findings)} />
    <Block title={t('evaluation.plan.title')}>{before.length > 0 && <Notice kind="care">{before.join(' ')}</Notice>}<SummaryList answers={planSaid(study)} />{study.startPoints.length > 0 && <Starts study={study} />}</Block>
  </> })
}

function Starts({ study }: { study: Study }) {
  return <Table caption={t('evaluation.starts.title')} columns={[{ label: t('evaluation.starts.place') }, { label: t('evaluation.starts.range') }, { label: t('evaluation.starts.drawn') }]}
    rows={study.startPoints.map((point) => [say.number(point.place), t('evaluation.from-to', { from: point.earliest, to: point.latest }), say.number(point.drawn)])} />
}
