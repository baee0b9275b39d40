import { getCookie } from 'hono/cookie'
import { Hono } from 'hono'
import { answerWith, doorkeeper, mountApi, mountPages, safeHeaders, type Ports } from '../platform/doors/index.ts'
import { newPublicId, type House } from '../platform/open-work.ts'
import { refuse } from '../platform/refusals.ts'
import { alsoInTheRoom, useNamesOfPeople, whatAnEndLeaves, whenATeamChanges } from '../access/index.ts'
import { endsWithTokens, prepareAccounts, signInPage } from '../accounts/index.ts'
import { alsoAsksForAReview } from '../agreements/index.ts'
import { useShareable } from '../sharing/index.ts'
import { movedLately } from '../transitions/index.ts'
import { useHeldMeetings } from '../measures/index.ts'
import { healthLeavesBy } from '../health/index.ts'
import { interpretersInTheRoom } from '../interpreters/index.ts'
import { languagesSpoken, peopleNamed, whenSomebodyPauses, whenSomebodyStops } from '../participants/index.ts'
import { theService } from '../people/index.ts'
import { renewStanding } from '../safety/index.ts'
import { endFeedsOf } from '../timetable/index.ts'
import { countSessionsBy, holidaysBy, restWithThePerson, shareableOfPlans, whenAPlanEnds } from '../plans/index.ts'
import { callOffAhead, callOffInPause, callOffWithThePlan, deliveredUnder, handOverSessions, heldUnder, meetingsLeftBy, ownHeldLately, shareableOfSessions } from '../sessions/index.ts'
import packageFile from '../../package.json' with { type: 'json' }
import { useCodeVersion } from '../evaluation/index.ts'
import { addApiDocs } from './interface/api-docs.tsx'
import { frameOf } from './frame.tsx'
import { apiDoorsOf, pageDoorsOf } from './routes.ts'
import { signInOf, whoIs, whoWas } from './who-is.ts'

export type WebSettings = {
  baseUrl: string | undefined
  secure: boolean
  timeZone: string
  /** Outside a demonstration its passwords are refused. */
  mode?: 'demo' | 'production'
  logFault: (fault: unknown, id: string) => void
  /** Which build runs; without it, the version alone. */
  codeVersion?: string
  /** Assets, probes, a trusted proxy: what stands round the doors of the rooms. */
  around?: (app: Hono) => void
}

/** The whole web of the application over one house: every door of every room, inside the same headers. */
export function webOf(house: House, settings: WebSettings): Hono {
  const app = new Hono()
  useNamesOfPeople(peopleNamed, languagesSpoken)
  whenATeamChanges(handOverSessions)
  whatAnEndLeaves(meetingsLeftBy, healthLeavesBy)
  alsoInTheRoom(interpretersInTheRoom)
  endsWithTokens(endFeedsOf)
  whenSomebodyStops(callOffAhead)
  useShareable(shareableOfPlans, shareableOfSessions)
  whenSomebodyPauses(restWithThePerson, callOffInPause)
  whenAPlanEnds(callOffWithThePlan)
  countSessionsBy({ delivered: deliveredUnder, held: heldUnder })
  alsoAsksForAReview(movedLately)
  holidaysBy(async (work) => (await theService(work))?.holidays ?? [])
  useHeldMeetings(ownHeldLately)
  useCodeVersion(settings.codeVersion ?? packageFile.version)
  prepareAccounts({ secret: house.formSecret, mode: settings.mode ?? 'demo' })
  const ports: Ports = {
    ...settings, signInPage, frame: frameOf(house),
    whoIs: (c) => whoIs(house, c), signInOf, whoWas: (c) => whoWas(house, c),
    languageOf: (c) => getCookie(c, 'language', 'host') ?? 'en',
  }
  app.use(safeHeaders(settings.secure))
  settings.around?.(app)
  app.use(async (_, next) => {
    await renewStanding(house, { logFault: (fault) => settings.logFault(fault, newPublicId()) })
    await next()
  })
  mountPages(app, house, ports, pageDoorsOf())
  const api = mountApi(house, ports, apiDoorsOf())
  addApiDocs(app, ports, api)
  app.route('/', api)
  app.notFound((c) => answerWith(c, ports, doorkeeper(ports.languageOf(c)), refuse('not-found')))
  app.onError((fault, c) => answerWith(c, ports, doorkeeper(ports.languageOf(c)), fault))
  return app
}
