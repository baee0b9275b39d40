import { z } from 'zod'
import { goTo, pageDoors } from '../platform/doors/index.ts'
import { exercisePage, exercisesPage } from './addresses.ts'
import { toolNames } from './exercise.ts'
import { StrikeExercise, WriteExercise } from './exercises.input.ts'
import { beginExercise, goOnWithExercise, strikeExercise } from './exercises.verbs.ts'
import { beginForm, goOnForm, strikeForm } from './pages/sheet-form.tsx'
import { showSheet } from './pages/sheet.tsx'
import { showSheets } from './pages/sheets.tsx'
import { refuse } from '../platform/refusals.ts'
import { t } from './words.ts'

const page = pageDoors()
export const exercisePages = page

const reading = { does: 'consult', shows: 'session_content', about: 'participantId' } as const
const writing = { ...reading, draft: true } as const
const aTool = z.enum(toolNames)

/** A tool stands in the address; one that does not exist is a page that does not. */
function toolIn(text: string) {
  const found = aTool.safeParse(text)
  if (!found.success) throw refuse('not-found')
  return found.data
}

page.get('/people/{participantId}/exercises', reading, showSheets)
page.get('/people/{participantId}/exercises/new/{tool}', writing, (work, { participantId, tool }, attempt) => beginForm(work, { participantId, tool: toolIn(tool) }, attempt))
page.post('/people/{participantId}/exercises/new/{tool}', { ...writing, does: 'collect', takes: WriteExercise, again: (work, { participantId, tool }, attempt) => beginForm(work, { participantId, tool: toolIn(tool) }, attempt) },
  async (work, { participantId, tool, ...sent }) => goTo(exercisePage({ participantId, exerciseId: await beginExercise(work, { tool: toolIn(tool), ...sent }) }), t('exercise.saved')))

page.get('/people/{participantId}/exercises/{exerciseId}', reading, showSheet)
page.get('/people/{participantId}/exercises/{exerciseId}/on', writing, goOnForm)
page.post('/people/{participantId}/exercises/{exerciseId}/on', { ...writing, does: 'alter', takes: WriteExercise, again: goOnForm }, async (work, { participantId, exerciseId, ...filled }, sent) => {
  await goOnWithExercise(work, exerciseId, { ...filled, revision: sent.revision })
  return goTo(exercisePage({ participantId, exerciseId }), t('exercise.saved'))
})
page.get('/people/{participantId}/exercises/{exerciseId}/strike', reading, strikeForm)
page.post('/people/{participantId}/exercises/{exerciseId}/strike', { ...reading, does: 'alter', takes: StrikeExercise, again: strikeForm }, async (work, { participantId, exerciseId, reason }) => {
  const told = await strikeExercise(work, exerciseId, reason)
  return goTo(exercisesPage(participantId), told === 0 ? t('exercise.struck') : `${t('exercise.struck')} ${t('exercise.struck-told', { count: told })}`)
})
