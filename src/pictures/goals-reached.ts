import { drawn, type Picture } from '../platform/picture/index.ts'
import { figure } from './figure.ts'
import { t } from './words.ts'

/** A goal's first and latest rating on its five written levels, −2 to +2; null where it was not rated. */
export type GoalDrawn = { goal: string, first: number | null, latest: number | null }

/** Each goal from where it began (hollow) to where it is (filled). 0 is what was expected; it is no failure to stand below. */
export async function goalsPicture(who: string, goals: GoalDrawn[]): Promise<Picture> {
  const title = t('picture.goals', { who })
  const rated = goals.filter((goal): goal is { goal: string, first: number, latest: number } => goal.first !== null && goal.latest !== null)
  return {
    title,
    says: t('picture.goals.says'),
    svg: await drawn(title, ({ arrow, dot, ruleX }) => ({
      height: 90 + 34 * goals.length, marginLeft: 170,
      x: { domain: [-2, 2], ticks: [-2, -1, 0, 1, 2], label: t('picture.goals.level'), grid: true, inset: 12 }, y: { domain: goals.map(({ goal }) => goal), label: null, type: 'point' },
      marks: [
        ruleX([0]),
        arrow(rated.filter(({ first, latest }) => first !== latest), { x1: 'first', x2: 'latest', y1: 'goal', y2: 'goal', headLength: 7, inset: 7 }),
        dot(rated, { x: 'first', y: 'goal', r: 6, stroke: 'currentColor' }),
        dot(rated, { x: 'latest', y: 'goal', r: 4, fill: 'currentColor' }),
      ],
    })),
    table: {
      columns: [t('picture.goals.goal'), t('picture.goals.first'), t('picture.goals.latest')],
      rows: goals.map(({ goal, first, latest }) => [goal, first === null ? t('picture.missing') : figure(first), latest === null ? t('picture.missing') : figure(latest)]),
    },
  }
}
