import type { Attempt } from '../../platform/attempt.ts'
import { DayField, Fieldset, Hidden, InARow, NumberField, realigned, TextArea, TextField } from '../../platform/page/index.ts'
import { partsOf, weights, type Part, type Tool } from '../exercise.ts'
import type { ShownEntry } from '../exercises.queries.ts'
import { t } from '../words.ts'

const [leastLines, more, mostLines] = [3, 2, 24]

type Line = { part: Part, entry: ShownEntry | undefined, place: number }

/** Every part of a sheet in its order. The lines of all parts are numbered through, as they are sent. */
export function PartFields({ tool, entries, attempt: sent }: { tool: Tool, entries: ShownEntry[], attempt: Attempt | undefined }) {
  const lines = linesOf(tool, entries, sent)
  const attempt = realigned(lines.map(({ part }) => part.id), sent, { list: 'entries', key: 'part' })
  return <>{partsOf(tool).map((part) => {
    const ofPart = lines.filter((line) => line.part.id === part.id)
    const legend = t(`exercise.part.${part.id as 'situation'}`)
    if (part.shape === 'words') return ofPart.map((line) => <><Hidden name={`entries.${line.place}.part`} value={part.id} />
      <TextArea name={`entries.${line.place}.words`} label={legend} hint={t(`exercise.asks.${part.id as 'situation'}`)} rows={3} most={2000} attempt={attempt} value={line.entry?.words} /></>)
    return <Fieldset legend={legend} hint={t(`exercise.asks.${part.id as 'moments'}`)}>{ofPart.map((line, at) => <LineFields line={line} number={at + 1} attempt={attempt} />)}</Fieldset>
  })}</>
}

/** As many lines as are filled and two more; after an attempt, at least as many as were sent. No line that stands is left out: what the form does not show would be gone with the next saving. */
function linesOf(tool: Tool, entries: ShownEntry[], attempt: Attempt | undefined): Line[] {
  return partsOf(tool).flatMap((part) => {
    const there = entries.filter((entry) => entry.part === part.id)
    const sent = Object.entries(attempt?.values ?? {}).filter(([name, value]) => /^entries\.\d+\.part$/.test(name) && value === part.id).length
    const count = part.shape === 'words' ? 1 : Math.max(leastLines, Math.min(mostLines, there.length + more), there.length, sent)
    return Array.from({ length: count }, (_, at) => ({ part, entry: there[at] }))
  }).map((line, place) => ({ ...line, place }))
}

function LineFields({ line: { part, entry, place }, number, attempt }: { line: Line, number: number, attempt: Attempt | undefined }) {
  const name = `entries.${place}`
  const bounds = weights[part.shape]
  return <>
    <Hidden name={`${name}.part`} value={part.id} />
    <InARow>
      <TextField name={`${name}.words`} label={t('exercise.line', { number })} attempt={attempt} value={entry?.words} />
      {part.shape === 'moments' && <TextField name={`${name}.when`} label={t('exercise.field.when')} width="medium" attempt={attempt} value={entry?.when} />}
      {bounds && <NumberField name={`${name}.weight`} label={t(`exercise.field.weight.${part.shape as 'weighed'}`, bounds)} attempt={attempt} value={entry?.weight ?? undefined} />}
      {(part.shape === 'dated' || part.shape === 'followed') && <DayField name={`${name}.on`} label={t(`exercise.field.on.${part.shape}`)} attempt={attempt} value={entry?.on ?? undefined} />}
      {part.shape === 'followed' && <TextField name={`${name}.outcome`} label={t('exercise.field.outcome')} attempt={attempt} value={entry?.outcome} />}
    </InARow>
  </>
}
