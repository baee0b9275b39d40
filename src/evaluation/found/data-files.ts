import { stringify } from 'csv-stringify/sync'
import type { Findings } from './findings.ts'
import type { Study, StudyData } from '../study.ts'

/** The files that an outside statistician gets: each measurement with its phase, plans, sessions, referrals, what the columns mean, and a script. */
export const fileNames = ['measurements.csv', 'plans.csv', 'sessions.csv', 'referrals.csv', 'codebook.csv', 'data.json', 'figures.R'] as const
export type FileName = (typeof fileNames)[number]

/** One line of the codebook: in which file, which column, what it holds. */
export const codebook: readonly { file: FileName, column: string, holds: string, values: string }[] = [
  { file: 'measurements.csv', column: 'person', holds: 'key of the person in this study alone', values: 'text' },
  { file: 'measurements.csv', column: 'date', holds: 'day of the measurement, moved by the same whole weeks for all dates of this person', values: 'YYYY-MM-DD' },
  { file: 'measurements.csv', column: 'day', holds: "days since this person's first measurement", values: 'whole number' },
  { file: 'measurements.csv', column: 'phase', holds: 'phase: the first one is the baseline', values: 'text' },
  { file: 'measurements.csv', column: 'later', holds: '1 in every phase after the baseline', values: '0 or 1' },
  { file: 'measurements.csv', column: 'outcome', holds: "the study's outcome; empty where it is missing", values: 'number' },
  { file: 'plans.csv', column: 'person, begins_on, ended_on, followed_until', holds: 'when the plan began and ended, until when it was followed; moved as above', values: 'YYYY-MM-DD' },
  { file: 'plans.csv', column: 'state, ending', holds: 'how the plan stands, and the fixed word with which it ended', values: 'text' },
  { file: 'sessions.csv', column: 'person, held_on, state, whose, minutes', holds: 'sessions held, missed or called off; whose cause it was when missed', values: 'held, missed, called-off; service, person, neither' },
  { file: 'sessions.csv', column: 'units_planned, units_as_planned, units_instead, whose_change', holds: 'units of the plan set for it, worked on as set, others worked on instead, and for whose cause', values: 'whole number; service, person, neither' },
  { file: 'referrals.csv', column: 'person, referred_on, decided_on, state, answer, followed_until', holds: 'referrals to the programme; answer is what the person said; followed until the last day recorded', values: 'yes, no, not-now, not-asked' },
]

/** One file of the data, whole. The same data give the same bytes. */
export function dataFile(name: FileName, { study, data, findings }: { study: Study, data: StudyData, findings: Findings }): string {
  if (name === 'measurements.csv') return csv(measurements(findings))
  if (name === 'plans.csv') return csv(data.plans)
  if (name === 'sessions.csv') return csv(data.sessions)
  if (name === 'referrals.csv') return csv(data.referrals)
  if (name === 'codebook.csv') return csv([...codebook])
  if (name === 'figures.R') return rScript(study)
  return `${JSON.stringify({ study: { title: study.title, question: study.question, better: study.better, effect: study.effect, seed: study.seed, lockedAt: study.lockedAt }, dataPrint: findings.dataPrint, codebook, measurements: measurements(findings), plans: data.plans, sessions: data.sessions, referrals: data.referrals }, null, 2)}\n`
}

function measurements({ people }: Findings) {
  return people.flatMap(({ key, series }) => series.points.map(({ on, day, phase, isLater, value }) => ({ person: key, date: on, day, phase, later: isLater ? 1 : 0, outcome: value })))
}

/** A text that a spreadsheet would run as a formula is given as text. */
function csv(rows: object[]): string {
  return stringify(rows, { header: true, record_delimiter: '\n', escape_formulas: true })
}

/** Reckons the main figures again from measurements.csv with base R alone. */
function rScript({ better, effect }: Study): string {
  return `# Reckons each person's ${effect === 'nap' ? 'NAP' : 'Tau'} and its standard error from measurements.csv, and all together (random effects, REML, Hartung-Knapp).
# Needs base R; for the last step the package metafor.
measured <- read.csv("measurements.csv", stringsAsFactors = FALSE)
sign <- ${better === 'higher' ? '1' : '-1'}
one <- function(d) {
  a <- sign * d$outcome[d$later == 0 & !is.na(d$outcome)]
  b <- sign * d$outcome[d$later == 1 & !is.na(d$outcome)]
  if (length(a) < 2 || length(b) < 2) return(c(effect = NA, se = NA))
  m <- length(a); n <- length(b)
  q <- outer(b, a, function(x, y) (x > y) + 0.5 * (x == y))
  nap <- mean(q)
  kept <- min(1 - 0.5 / (m * n), max(0.5 / (m * n), nap))
  between_a <- mean((colMeans(q) - nap)^2)
  between_b <- mean((rowMeans(q) - nap)^2)
  v <- (kept * (1 - kept) + n * between_a + m * between_b - 2 * mean((q - nap)^2)) / ((m - 1) * (n - 1))
  se <- if (v >= 0) sqrt(v) else NA
  ${effect === 'nap' ? 'c(effect = nap, se = se)' : 'c(effect = 2 * nap - 1, se = 2 * se)'}
}
each <- t(sapply(split(measured, measured$person), one))
print(each)
ok <- each[!is.na(each[, "se"]) & each[, "se"] > 0, , drop = FALSE]
if (requireNamespace("metafor", quietly = TRUE) && nrow(ok) > 1) print(metafor::rma(yi = ok[, "effect"], sei = ok[, "se"], method = "REML", test = "knha"))
`
}
