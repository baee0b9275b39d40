/** A questionnaire as far as it can be scored from numbers: item codes and arithmetic, never its wording. */
export type Scale = { name: string, stems: string[], items: number, least: number, most: number, times: number, source: string }

/**
 * Scales whose scoring is published and simple: every item answered, the sum, times a number. WHO-5: raw 0 to 25, times 4. Others are summed as the file's
 * sender says; where items run the other way their own total has to be in the file.
 */
export const knownScales: readonly Scale[] = [
  { name: 'WHO-5', stems: ['who 5', 'who5'], items: 5, least: 0, most: 5, times: 4, source: 'WHO-5 Well-Being Index, raw score times 4' },
  { name: 'PHQ-9', stems: ['phq 9', 'phq9', 'phq'], items: 9, least: 0, most: 3, times: 1, source: 'PHQ-9, sum of items' },
  { name: 'GAD-7', stems: ['gad 7', 'gad7', 'gad'], items: 7, least: 0, most: 3, times: 1, source: 'GAD-7, sum of items' },
]

export function scaleNamed(name: string): Scale | undefined {
  const spelled = name.toLowerCase().replace(/[^a-z\d]+/g, '')
  return knownScales.find((scale) => scale.name.toLowerCase().replace('-', '') === spelled)
}

/** The score of a scale and between what it lies, or nothing when an answer is missing: no answer is made up. */
export function scoreOf(answers: readonly (number | null)[], { least, most, times = 1 }: { least: number, most: number, times?: number }): { score: number | null, lowest: number, highest: number } {
  const [lowest, highest] = [answers.length * least * times, answers.length * most * times]
  if (answers.length === 0 || answers.some((answer) => answer === null)) return { score: null, lowest, highest }
  return { score: answers.reduce<number>((sum, answer) => sum + (answer ?? 0), 0) * times, lowest, highest }
}
