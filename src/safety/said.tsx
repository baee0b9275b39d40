import { Crumbs } from '../platform/page/index.ts'
import { say } from '../platform/words/index.ts'
import { incidentsPage } from './addresses.ts'
import type { Measure } from './incident.ts'
import type { Incident, WingNotice } from './safety.queries.ts'
import { t } from './words.ts'

/** Whom an incident is about, as this reader may know them. */
export function aboutWhom({ name, number, person_words: words }: Pick<Incident, 'name' | 'number' | 'person_words'>): string {
  return name ?? (words || number) ?? t('safety.call.no-name')
}

/** The measures of a notice, each a short sentence. */
export function measuresSaid({ measures, check_every: every, apart_from: apart }: Pick<WingNotice, 'measures' | 'check_every' | 'apart_from'>): string[] {
  return (measures as Measure[]).map((measure) => {
    if (measure === 'check') return t('safety.slip.check', { count: every ?? 0 })
    return measure === 'keep-apart' ? t('safety.slip.apart', { whom: apart }) : t(`safety.measure.${measure}`)
  })
}

export function toldSaid({ told_whom: whom, told_how: how, told_at: at }: Pick<WingNotice, 'told_whom' | 'told_how' | 'told_at'>) {
  return { whom, how: t(`safety.how.${how as 'phone'}`), when: say.moment(at) }
}

/** The way back: the person and what is written of their safety, where the reader knows them; otherwise their own day. */
export function Way({ incident, above = [], here }: { incident?: Pick<Incident, 'name' | 'person_public_id'> | undefined, above?: { href: string, label: string }[], here: string }) {
  const { name, person_public_id: id } = incident ?? {}
  const person = name && id ? [{ href: '/people', label: t('safety.list.people') }, { href: `/people/${id}`, label: name }, { href: incidentsPage(id), label: t('safety.list.title') }] : []
  // The list itself is not above itself.
  return <Crumbs above={[...person, ...above].filter(({ label }) => label !== here)} here={here} />
}
