import { keysOf, show } from '../platform/doors/index.ts'
import { Block, Choice, ErrorSummary, Form, Hidden, Narrow, Notice, Submit, Table, TextArea } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import { consensusPage } from './addresses.ts'
import { Head, TheNote, titleOf, type Shown } from './blind-form.tsx'
import { answerOf, answers, codeIn } from './coding.ts'
import { consensusOf, type Coding, type Consensus } from './coding.queries.ts'
import { t } from './words.ts'

type Compared = Shown & { codings: [Coding, Coding] }

/** Both codings beside each other, and what the two agree on: proposed by one, confirmed by the other. What each read alone is never changed. */
export async function comparison({ codings, ...shown }: Compared) {
  const { work, session, attempt, participantId } = shown
  const consensus = await consensusOf(work, session.id)
  const isCoder = codings.some(({ author_id: author }) => author === work.actor.id)
  return show({ title: t('coding.session'), body: <Narrow>
    <ErrorSummary attempt={attempt} />
    <Head shown={shown} sub={t('coding.both')} />
    <Beside codings={codings} consensus={consensus} />
    {consensus && <Proposal consensus={consensus} />}
    {isCoder && consensus && !consensus.confirmed_at && consensus.author_id !== work.actor.id &&
      <Form action={`${consensusPage(participantId, session.public_id)}/${consensus.public_id}`} keys={keysOf(work)}><Submit label={t('coding.confirm')} /></Form>}
    {isCoder && !consensus?.confirmed_at && <Propose compared={{ ...shown, codings }} consensus={consensus} />}
    <TheNote shown={shown} />
  </Narrow> })
}

function Beside({ codings: [first, second], consensus }: { codings: [Coding, Coding], consensus: Consensus | undefined }) {
  const said = (code: number | null | undefined) => code === undefined ? t('coding.not-asked') : t(`coding.answer.${answerOf(code)}`)
  const common = consensus?.confirmed_at ? consensus : undefined
  return <Table compared caption={t('coding.both')} captionHidden columns={[{ label: t('coding.column.domain') }, { label: first.name ?? t('coding.first') }, { label: second.name ?? t('coding.second') }, ...(common ? [{ label: t('coding.column.agreed') }] : [])]}
    rows={first.domains.map((domain) => {
      const [one, other] = [codeIn(first, domain), codeIn(second, domain)]
      const cells = [said(one), said(other)].map((text) => one === other ? text : <b>{text}</b>)
      return [titleOf(domain), ...cells, ...(common ? [said(codeIn(common, domain))] : [])]
    })} />
}

function Proposal({ consensus }: { consensus: Consensus }) {
  return <Notice kind="info" title={consensus.confirmed_at ? t('coding.agreed', { moment: say.moment(consensus.confirmed_at) }) : t('coding.proposal', { moment: say.moment(consensus.proposed_at) })}>
    <p class="ds-paragraph" dir="auto">{consensus.reason}</p>
    {!consensus.confirmed_at && <p class="ds-paragraph">{say.list(consensus.domains.map((domain, place) => t('coding.domain-is', { domain: titleOf(domain), answer: t(`coding.answer.${answerOf(consensus.codes[place] ?? null)}`) })))}</p>}
  </Notice>
}

function Propose({ compared: { work, session, participantId, attempt, codings: [first, second] }, consensus }: { compared: Compared, consensus: Consensus | undefined }) {
  const begun = (domain: string) => consensus ? codeIn(consensus, domain) : codeIn(first, domain) === codeIn(second, domain) ? codeIn(first, domain) : undefined
  return <Block title={t('coding.propose')} size="xs">
    <Form action={consensusPage(participantId, session.public_id)} keys={keysOf(work)}>
      <p class="ds-paragraph">{t('coding.propose.what')}</p>
      {first.domains.map((domain, place) => {
        const code = begun(domain)
        return <>
          <Hidden name={`codes.${place}.domain`} value={domain} />
          <Choice name={`codes.${place}.code`} label={titleOf(domain)} inline required attempt={attempt} value={code === undefined ? '' : answerOf(code)} options={answers.map((answer) => ({ value: answer, label: t(`coding.answer.${answer}`) }))} />
        </>
      })}
      <TextArea name="reason" label={t('coding.field.reason')} hint={t('coding.field.reason.hint')} rows={3} required attempt={attempt} value={consensus?.reason} />
      <Submit label={t('coding.propose.do')} />
    </Form>
  </Block>
}
