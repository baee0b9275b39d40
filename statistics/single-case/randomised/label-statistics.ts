import { wrongInput } from '../../result.ts'

export const labelStatistics = ['A-B', 'B-A', '|A-B|', 'PA-PB', 'PB-PA', '|PA-PB|'] as const
export type LabelStatistic = typeof labelStatistics[number]

/**
 * How far apart are the conditions in a labelled series?
 *
 * Convention: even labels are A, odd labels are B. 'A-B' takes the mean of all points of a condition; 'PA-PB' the mean of the means of its phases, so that a long
 * phase weighs no more than a short one. A missing point (NaN) is left out; a condition or phase without any point gives NaN.
 */
export function labelStatistic(statistic: LabelStatistic, values: Float64Array, labels: number): (sequence: ArrayLike<number>) => number {
  const sums = new Float64Array(labels), counts = new Float64Array(labels)
  const difference = statistic.includes('P') ? ofPhases(sums, counts) : ofPoints(sums, counts)
  const turned = statistic.startsWith('|') ? Math.abs : statistic.indexOf('B') < statistic.indexOf('A') ? (aMinusB: number) => -aMinusB : (aMinusB: number) => aMinusB

  return (sequence) => {
    sums.fill(0)
    counts.fill(0)
    for (let i = 0; i < values.length; i++) {
      const value = values[i]!
      if (value !== value) continue
      const label = sequence[i]!
      sums[label]! += value
      counts[label]! += 1
    }
    return turned(difference())
  }
}

function ofPoints(sums: Float64Array, counts: Float64Array): () => number {
  return () => {
    let inA = 0, ofA = 0, inB = 0, ofB = 0
    for (let label = 0; label < sums.length; label += 2) {
      inA += sums[label]!
      ofA += counts[label]!
      inB += sums[label + 1] ?? 0
      ofB += counts[label + 1] ?? 0
    }
    return inA / ofA - inB / ofB
  }
}

function ofPhases(sums: Float64Array, counts: Float64Array): () => number {
  const phasesOfB = Math.floor(sums.length / 2), phasesOfA = sums.length - phasesOfB
  return () => {
    let ofA = 0, ofB = 0
    for (let label = 0; label < sums.length; label++) {
      const mean = sums[label]! / counts[label]!
      if (label % 2 === 0) ofA += mean
      else ofB += mean
    }
    return ofA / phasesOfA - ofB / phasesOfB
  }
}

export function asLabelStatistic(name: unknown): LabelStatistic {
  const statistic = labelStatistics.find((one) => one === name)
  if (statistic) return statistic
  throw wrongInput('statistic', `one of ${labelStatistics.join(', ')} belongs here`)
}
