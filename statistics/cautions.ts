/*
 * Every caution a result may carry: a short code for programs, and the sentence that says why for people who read the raw answer.
 * Add a line here when a method needs a new one; the order is alphabetical.
 */
export const cautions = {
  'all-equal': 'all values are equal',
  'all-tied': 'every comparison is a tie',
  'baseline-all-equal': 'all values of phase A are equal, so there is no spread to measure a change by',
  'exactly-one': 'the correlation is exactly 1 or -1, where this interval is not defined',
  'few-effects': 'too few effects to tell differences between them from chance',
  'few-points': 'fewer than five points in a phase',
  'improper-solution': 'the best fit has a negative variance: the model does not suit the data',
  'interval-breaks-down': 'the formula of the interval breaks down for these values',
  'missing-values': 'values are missing; the rest were closed up',
  'no-degrees-of-freedom': 'too few points for a measure of spread',
  'no-spread': 'the values do not scatter at all, so the standard error is zero: too few to tell, not certainty',
  'not-tie-corrected': 'ties count half and are not corrected for in the variance',
  'one-point-phase': 'a phase has one point only, so there is no standard error',
  'out-of-bounds': 'this index can leave its scale of -1 to 1',
  'sampled': 'a random sample of the arrangements was used, the observed one included',
  'singular-fit': 'a variance is estimated at the end of its range: the data do not bear so many of them',
  'trend-in-baseline': 'the baseline rises or falls by itself, and what follows may be no more than its going on',
  'values-not-positive': 'the logarithm needs values above zero',
} as const satisfies Record<string, string>

export type Caution = keyof typeof cautions
