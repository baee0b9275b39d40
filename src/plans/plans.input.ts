import { z } from 'zod'
import { field } from '../platform/doors/index.ts'
import { decisions } from './choose-units.ts'
import { fitChoices } from './feasibility.ts'
import { closings, type Level } from './goal.ts'
import { endings, needKinds } from './plan.ts'

/** What the pages and the interface take. */
export const MakePlan = z.object({ programme: field.id('plan.field.programme'), beginsOn: field.day('plan.field.begins-on') })
/** The programme that somebody comes from, when a plan is begun from its page. */
export const StartFrom = z.object({ programme: z.string().max(100).optional() })
export const AddAim = z.object({ aim: field.text('plan.field.aim', 2000), reason: field.text('plan.field.reason', 2000), state: field.id('plan.field.aim-state').optional() })
export const EndPlan = z.object({ endedOn: field.day('plan.field.ended-on'), ending: field.choice('plan.field.ending', endings) })

const unit = z.object({
  unitId: field.id('plan.field.unit'), decision: field.choice('plan.field.decision', decisions), position: field.count('plan.field.position', 1, 60).optional(), reason: field.text('plan.field.unit-reason', 2000).optional() })
export const DecideUnits = z.object({ units: z.array(unit).min(1).max(60).meta({ label: 'plan.units' }), revision: field.count('plan.field.revision', 1, 1_000_000).optional() })
export const FinishUnit = z.object({ doneOn: field.day('plan.field.done-on').optional() })
export const AnswerOffence = z.object({
  agreed: field.choice('plan.field.offence-agreed', ['yes', 'no']), agreedOn: field.day('plan.field.offence-agreed-on') })

const sentenceAt = (label: string) => field.text(label, 1000)
const GoalWords = z.object({
  title: field.line('plan.field.goal', 300), from: field.day('plan.field.from'), until: field.day('plan.field.until').optional(),
  levels: z.object({
    muchLess: sentenceAt('plan.level.much-less'), less: sentenceAt('plan.level.less'), expected: sentenceAt('plan.level.expected'), more: sentenceAt('plan.level.more'), muchMore: sentenceAt('plan.level.much-more') }),
})
/** `known`: how many goals the plan had when the form was opened. */
export const SetGoal = GoalWords.extend({ known: field.count('plan.field.known-goals', 0, 1000).optional() })
export const RewriteGoal = GoalWords.extend({ revision: field.count('plan.field.revision', 1, 1_000_000).optional() })
export const CloseGoal = z.object({ how: field.choice('plan.field.closing', closings), words: field.text('plan.field.closing-words', 2000).optional() })

export const AddNeed = z.object({
  kind: field.choice('plan.field.need', needKinds), what: field.text('plan.field.need-what', 2000), why: field.text('plan.field.need-why', 2000).optional(), askedFor: field.tick('plan.field.asked-for').default(false) })
export const EndNeed = z.object({})
export const LetGo = z.object({})
export const NoteState = z.object({ state: field.id('plan.field.state'), reason: field.text('plan.field.state-reason', 2000), seenOn: field.day('plan.field.seen-on') })

export const BeginStage = z.object({ stage: field.id('plan.field.stage'), beginsOn: field.day('plan.field.stage-begins-on') })
export const TakeBackStage = z.object({})
export const DrawBeginning = z.object({})

export const ChooseFit = z.object({ choice: field.choice('plan.field.fit-choice', fitChoices), reason: field.text('plan.field.fit-reason', 2000) })
export const SetRhythm = z.object({ aWeek: z.number().min(0.25).max(14).meta({ label: 'plan.field.a-week' }).optional() })
export const MovePlan = z.object({ reason: field.text('plan.field.move-reason', 2000) })
export const MovePlanNow = MovePlan.extend({ revision: field.count('plan.field.revision', 1, 1_000_000).optional() })

export const ChangePlan = z.object({ programme: field.id('plan.field.programme'), changesOn: field.day('plan.change.field.on'), ending: field.choice('plan.field.ending', endings), reason: field.text('plan.change.field.reason', 2000) })
const chosen = (label: string) => z.array(field.id(label)).max(200).default([]).meta({ label })
export const CarryOver = z.object({ goals: chosen('plan.own.goals'), aims: chosen('plan.aims'), needs: chosen('plan.needs.title') })

/** The five sentences of a form in their order, from much less to much more than expected. */
export const levelNames = ['muchLess', 'less', 'expected', 'more', 'muchMore'] as const

export function goalFrom({ levels, title, from, until, known }: z.output<typeof GoalWords> & { known?: number | undefined }) {
  return { title, from, until, known, levels: levelNames.map((name, place) => ({ level: place - 2 as Level, sentence: levels[name] })) }
}
