import { giveFile, pageDoors } from '../../platform/doors/index.ts'
import { t } from '../words.ts'
import { calendarText } from './calendar-text.ts'
import { appointmentsFor } from './feed.verbs.ts'

const page = pageDoors()
export const feedPages = page

/** Read by a calendar that nobody has signed in to: the secret in the address is all it has. */
page.get('/appointments/{secret}', { does: 'consult', shows: 'nothing', as: 'doorkeeper', secret: 'secret' }, async (work, { secret }) =>
  giveFile({ bytes: calendarText(await appointmentsFor(work, secret), t('timetable.feed.word')), type: 'text/calendar; charset=utf-8', name: 'appointments.ics' }))
