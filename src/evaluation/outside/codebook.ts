/** The files of data, in each of them the columns in their order, and what each column holds. A file has exactly these columns, also when it has no rows. */
export const codebook = {
  'measurements.csv': {
    person: ['key of the person in this study alone', 'text'],
    date: ['day of the measurement, moved by the same whole weeks for all dates of this person', 'YYYY-MM-DD'],
    day: ["days since this person's first measurement", 'whole number'],
    phase: ['phase of the measurement, as the locked plan tells phases apart', 'text'],
    later: ['0 in the baseline, 1 in everything that follows', '0 or 1'],
    outcome: ["the study's outcome; empty where it is missing", 'number'],
    missing: ['why there is no outcome; empty where there is one', 'text'],
  },
  'plans.csv': {
    person: ['key of the person in this study alone', 'text'],
    begins_on: ['day on which the plan began, moved as the measurements', 'YYYY-MM-DD'],
    ended_on: ['day on which it ended; empty while it runs', 'YYYY-MM-DD'],
    followed_until: ['until when it was followed: its end, or the last thing recorded', 'YYYY-MM-DD'],
    state: ['how the plan stands', 'text'],
    ending: ['the fixed word with which it ended; empty while it runs', 'text'],
  },
  'stages.csv': {
    person: ['key of the person in this study alone', 'text'],
    stage: ['stage of the programme', 'text'],
    kind: ['what kind of work the stage is', 'text'],
    begins_on: ['day on which the stage began, moved as the measurements', 'YYYY-MM-DD'],
  },
  'starts.csv': {
    person: ['key of the person in this study alone', 'text'],
    place: ['place in the order of enrolment', 'whole number'],
    earliest: ['after how many steps chance could let the programme begin at the earliest', 'whole number'],
    latest: ['and at the latest', 'whole number'],
    drawn: ['after how many steps chance let it begin', 'whole number'],
    every_days: ['length of a step', 'days'],
    enrolled_on: ['day from which the steps count, moved as the measurements', 'YYYY-MM-DD'],
    drawn_on: ['day that chance drew, moved as the measurements', 'YYYY-MM-DD'],
  },
  'sessions.csv': {
    person: ['key of the person in this study alone', 'text'],
    held_on: ['day of the session, moved as the measurements', 'YYYY-MM-DD'],
    state: ['whether it was held', 'held, missed, called-off'],
    whose: ['whose cause it was when it was missed; empty when it was held', 'service, person, neither'],
    minutes: ['length as it was planned', 'minutes'],
    units_planned: ['units of the plan that were set for it', 'whole number'],
    units_as_planned: ['how many of them were worked on', 'whole number'],
    units_instead: ['how many others were worked on instead', 'whole number'],
    whose_change: ['for whose cause it went another way; empty where it went as set', 'service, person, neither, several'],
  },
  'referrals.csv': {
    person: ['key of the person in this study alone', 'text'],
    referred_on: ['day of the referral to the programme, moved as the measurements', 'YYYY-MM-DD'],
    decided_on: ['day of the decision; empty while there is none', 'YYYY-MM-DD'],
    state: ['how the referral stands', 'text'],
    answer: ['what the person said', 'yes, no, not-now, not-asked'],
    followed_until: ['the last day recorded of the person', 'YYYY-MM-DD'],
  },
  'codes.csv': {
    person: ['key of the person in this study alone', 'text'],
    held_on: ['day of the session whose note was read, moved as the measurements', 'YYYY-MM-DD'],
    domain: ['domain of the frame, always the outcome of this study', 'text'],
    first: ['code of the one who locked first; empty where the note does not speak of it', '0 absent, 1 some, 2 clear'],
    second: ['code of the other; empty as above', '0 absent, 1 some, 2 clear'],
    agreed: ['what both agreed on afterwards; empty as above', '0 absent, 1 some, 2 clear'],
    is_agreed: ['whether they have agreed', 'true or false'],
  },
  'asked.csv': {
    person: ['key of the person in this study alone', 'text'],
    asked_on: ['day on which it was asked, rule by rule, whether the programme fits; moved as the measurements', 'YYYY-MM-DD'],
    despite: ['whether somebody went on against an answer', 'true or false'],
  },
  'feedback.csv': {
    value: ['answer on how a session was; of all people together, with no key and no day', 'number'],
    missing: ['why there is no answer; empty where there is one', 'text'],
    sessions: ['how often', 'whole number'],
  },
} as const satisfies Record<string, Record<string, readonly [holds: string, values: string]>>

export type DataFile = keyof typeof codebook

/** One line a column, for a page and for a file. */
export const codebookLines: readonly { file: DataFile, column: string, holds: string, values: string }[] = (Object.keys(codebook) as DataFile[])
  .flatMap((file) => Object.entries<readonly [holds: string, values: string]>(codebook[file]).map(([column, [holds, values]]) => ({ file, column, holds, values })))

export const dataFiles = Object.keys(codebook) as DataFile[]
