import { drawn, type Picture } from '../platform/picture/index.ts'
import { t } from './words.ts'

/** How often each answer was given, and how often none was, with why. */
export type AnswersDrawn = { what: string, unit: string, answers: { answer: string, count: number }[], without: { why: string, count: number }[] }

/** The spread of answers as bars, and beside them how many are missing, hollow. There is no mean: it would hide both. */
export async function answersPicture({ what, unit, answers, without }: AnswersDrawn): Promise<Picture> {
  const bars = [...answers.map(({ answer, count }) => ({ name: answer, count })), ...without.map(({ why, count }) => ({ name: why, count }))]
  const given = answers.reduce((sum, { count }) => sum + count, 0)
  return {
    title: what,
    says: t('picture.answers.says', { given, of: bars.reduce((sum, { count }) => sum + count, 0), unit }),
    svg: await drawn(what, ({ barY, ruleY, text }) => ({
      height: 300, marginBottom: 60, x: { domain: bars.map(({ name }) => name), label: null, tickFormat: (name: string) => name.replaceAll(' ', '\n') }, y: { label: unit, grid: true, nice: true, insetTop: 14 },
      marks: [
        ruleY([0]),
        barY(bars.slice(0, answers.length), { x: 'name', y: 'count', fill: 'currentColor', fillOpacity: 0.7, inset: 2 }),
        barY(bars.slice(answers.length), { x: 'name', y: 'count', fill: 'none', stroke: 'currentColor', strokeDasharray: '3 3', inset: 2 }),
        text(bars, { x: 'name', y: 'count', dy: -8, text: ({ count }: { count: number }) => String(count) }),
      ],
    })),
    table: { columns: [t('picture.answers.answer'), unit], rows: bars.map(({ name, count }) => [name, String(count)]) },
  }
}
