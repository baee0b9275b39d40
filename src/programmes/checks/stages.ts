import type { Fault } from '../../platform/definitions/index.ts'
import { stagesBefore, unitsOf, type Stage } from '../programme.ts'
import { fault, type Check } from '../programme-form.ts'

/** A programme goes forward. That a person may pause, return or begin again is theirs to decide, and not written here. */
export const stagesDoNotLoop: Check = draft => {
  const { stages } = draft.definition
  const loop = firstLoop(stages)
  if (!loop) return []
  // The one to change is one that says itself what it follows.
  const at = stages.findIndex(stage => loop.includes(stage.id) && stage.after !== undefined)
  return [fault(draft, 'stage-loop', ['stages', at], { way: [...loop, loop[0] ?? ''].join(' → ') })]
}

/** Everything begins with the stage written first. */
export const stagesAreReached: Check = draft => {
  const { stages } = draft.definition
  if (firstLoop(stages)) return []
  const known = new Set(stages.map(stage => stage.id))
  return stages.flatMap((stage, index) => {
    const before = stagesBefore(stages, stage)
    return index > 0 && before.length === 0 && known.has(stage.id) ? [fault(draft, 'stage-not-reached', ['stages', index])] : []
  })
}

/** An exit that nobody answers for is decided by nobody, or by the computer. */
export const exitsAreAnswered: Check = draft => draft.definition.stages.flatMap((stage, index): Fault[] =>
  stage.exit && !stage.exit.decided_by ? [fault(draft, 'exit-not-answered', ['stages', index, 'exit'])] : [])

/** What is chosen by the formulation cannot be chosen before there is one. */
export const formulationComesFirst: Check = draft => {
  const { stages } = draft.definition
  const delivery = stages.filter(stage => stage.kind === 'delivery').map(stage => stage.id)
  return unitsOf(draft.definition).flatMap((unit, index): Fault[] => {
    if (unit.selection !== 'by_formulation') return []
    const taught = unit.stages.length > 0 ? unit.stages : delivery
    const early = taught.length === 0 || taught.some(id => !followsFormulation(stages, id, new Set()))
    return early ? [fault(draft, 'formulation-first', ['units', index, 'selection'])] : []
  })
}

function followsFormulation(stages: Stage[], id: string, seen: Set<string>): boolean {
  const stage = stages.find(one => one.id === id)
  if (!stage || seen.has(id)) return false
  seen.add(id)
  return stagesBefore(stages, stage).some(before => stages.find(one => one.id === before)?.kind === 'formulation' || followsFormulation(stages, before, seen))
}

/** The stages of a loop, in their order; nothing when there is none. */
function firstLoop(stages: Stage[]): string[] | undefined {
  const done = new Set<string>()
  for (const stage of stages) {
    const loop = loopFrom(stages, stage, [], done)
    if (loop) return loop
  }
  return undefined
}

function loopFrom(stages: Stage[], stage: Stage, way: string[], done: Set<string>): string[] | undefined {
  if (way.includes(stage.id)) return way.slice(way.indexOf(stage.id)).toReversed()
  if (done.has(stage.id)) return undefined
  for (const before of stagesBefore(stages, stage)) {
    const next = stages.find(one => one.id === before)
    const loop = next && loopFrom(stages, next, [...way, stage.id], done)
    if (loop) return loop
  }
  done.add(stage.id)
  return undefined
}
