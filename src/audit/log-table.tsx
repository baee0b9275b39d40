import { DayField, DetailsFold, Link, Select, Table, TextField } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import { operations } from '../platform/work.ts'
import { aboutWhom, type LogLine } from './audit.queries.ts'
import type { CheckedSeal } from './audit.verbs.ts'
import { aboutNobody, purposeIn, rolesIn, whatIn, whoIn } from './say-line.ts'
import { t } from './words.ts'

type Asking = { action: string, asked: Record<string, string | undefined>, colleagues: { public_id: string, name: string }[] }

/** What to look for. It is asked by address, so that a page of the log can be kept and shown to somebody. */
export function LogFilter({ action, asked, colleagues }: Asking) {
  const isOpen = Object.values(asked).some((value) => value !== undefined)
  return <DetailsFold summary={t('audit.log.filter')} open={isOpen}>
    <form action={action} method="get" class="fields">
      <Select name="colleague" label={t('audit.field.colleague')} value={asked['colleague']} options={colleagues.map(({ public_id, name }) => ({ value: public_id, label: name }))} />
      <Select name="operation" label={t('audit.field.operation')} value={asked['operation']} options={operations.map((operation) => ({ value: operation, label: t(`audit.operation.${operation}`) }))} />
      <Select name="about" label={t('audit.field.about')} value={asked['about']} options={aboutWhom.map((value) => ({ value, label: t(`audit.about.${value}`) }))} />
      <DayField name="from" label={t('audit.field.from')} value={asked['from']} />
      <DayField name="until" label={t('audit.field.until')} value={asked['until']} />
      <TextField name="door" label={t('audit.field.door')} value={asked['door']} width="medium" />
      <p class="actions"><button class="ds-button" type="submit">{t('audit.log.show')}</button> {isOpen && <Link href={action}>{t('audit.log.all')}</Link>}</p>
    </form>
  </DetailsFold>
}

type Lines = { lines: LogLine[], people: Map<number, string>, pageOf: (publicId: string) => string }

export function LogTable({ lines, people, pageOf }: Lines) {
  const columns = (['when', 'who', 'what', 'whose', 'why'] as const).map((name) => ({ label: t(`audit.column.${name}`) }))
  return <Table caption={t('audit.log.caption')} captionHidden columns={columns} rows={lines.map((line) => [
    <time datetime={line.at}>{say.moment(line.at)}</time>,
    <>{whoIn(line)}<br /><span class="muted">{rolesIn(line)}{line.token_id !== null && `, ${t('audit.through-token', { name: line.colleague ?? '' })}`}</span></>,
    <>{whatIn(line)}{line.recipient && ` ${t('audit.to', { recipient: line.recipient })}`}</>,
    line.participant_ids.length === 0 ? <span class="muted">{aboutNobody(line)}</span> : <Whose ids={line.participant_ids.flatMap((id) => people.get(id) ?? [])} all={line.participant_ids.length} pageOf={pageOf} />,
    <>{purposeIn(line)}<br /><code>{line.door}</code></>,
  ])} />
}

/** By public id alone: the log tells no name of a person. Of those whom this reader may not know, only how many there were. */
function Whose({ ids, all, pageOf }: { ids: string[], all: number, pageOf: Lines['pageOf'] }) {
  const links = ids.map((id) => <Link href={pageOf(id)}><code>{id}</code></Link>)
  const others = all > ids.length && <span class="muted"> {t('audit.others', { count: all - ids.length })}</span>
  if (ids.length <= 1) return <>{links}{others}</>
  return <DetailsFold summary={t('audit.people', { count: ids.length })}><ul>{links.map((link) => <li>{link}</li>)}</ul>{others}</DetailsFold>
}

export function SealTable({ seals }: { seals: CheckedSeal[] }) {
  const columns = [{ label: t('audit.seals.day') }, { label: t('audit.seals.lines'), numeric: true }, { label: t('audit.seals.state') }, { label: t('audit.seals.seal') }]
  return <Table caption={t('audit.seals.caption')} captionHidden columns={columns} rows={seals.map(({ day, lines, seal, fits }) => [
    <time datetime={day}>{say.day(day)}</time>, say.number(lines), t(fits ? 'audit.seals.fits' : 'audit.seals.broken'), <code>{seal}</code>])} />
}
