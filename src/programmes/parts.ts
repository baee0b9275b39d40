import type { NotEstablished, Standing } from '../platform/definitions/index.ts'

/** One number, or a range with its typical value. */
export type Range = number | { min?: number, typical?: number, max?: number } | NotEstablished

export type Count = Range | 'open'

export type Frequency = { times: Range, per: 'day' | 'week' | 'two_weeks' | 'month' | 'three_months' | 'six_months' | 'year' }

/** The access role in which somebody of a programme's role works; 'none' for agencies, which have no account. */
export type AccessRole =
  | 'coordinator' | 'assessor' | 'facilitator' | 'mentor' | 'coach' | 'clinical_supervisor' | 'observer' | 'case_manager' | 'health' | 'security'
  | 'circle_volunteer' | 'circle_coordinator' | 'faith_contributor' | 'interpreter' | 'guardian' | 'head' | 'none'

export type Role = {
  id: string, title: string, says?: string
  kind: 'staff' | 'contracted' | 'volunteer' | 'faith_representative' | 'former' | 'peer' | 'family_member' | 'harmed_person' | 'agency' | NotEstablished
  may_act_as: AccessRole
  agency?: 'intelligence_service' | 'police' | 'prison_security' | 'probation' | 'prison' | 'court' | 'prosecution' | 'municipality' | 'health' | 'school' | 'association' | 'other'
  per_case?: Range, caseload_max?: number | NotEstablished, qualifications?: string[] | NotEstablished, need_not_be: string[]
  selection?: { step: number, method: string }[] | NotEstablished
  training?: { lasts_months?: Range, lasts_days?: Range, before_match?: boolean, subjects?: string[] | NotEstablished, materials?: string[] | NotEstablished, says?: string, certificate?: Certificate } | NotEstablished
  supervision?: { by?: string, every?: Frequency | NotEstablished, also?: string[] | NotEstablished, says?: string } | NotEstablished
  commitment_months?: number | NotEstablished
  does: Task[], waiver?: Standing & { says: string }, incompatible_with: string[]
}

/** The proof of a training, where it has a name of its own, and for how many months it holds. */
export type Certificate = { title: string, valid_months?: number | NotEstablished }

/** Who decides that a person passes, and what must be there. */
export type Gate = { says: string, decided_by?: string, rules: string[], instruments: string[], agreements: string[], record?: string }

export type Setting = 'remand' | 'prison' | 'parole' | 'probation' | 'community' | 'through_the_gate' | 'residential_centre'

export type Task =
  | 'assesses_risk_for_others' | 'holds_confidential_talks' | 'decides_eligibility' | 'matches' | 'refers' | 'supervises_staff' | 'supervises_the_order' | 'practical_help'

export type Tool =
  | 'functional_analysis' | 'problem_solving' | 'identity_map' | 'costs_and_benefits' | 'values_and_commitments' | 'mindfulness_log' | 'life_line' | 'strong_feelings'
  | 'dissonance_prompt' | 'opportunity_log' | 'moving_on_plan'

export type StageKind = 'referral' | 'assessment' | 'formulation' | 'matching' | 'agreement' | 'delivery' | 'transition' | 'maintenance' | 'closing'

export type Stage = {
  id: string, title: string, says?: string, kind: StageKind
  /** The stages it follows. Left out: the one written before it. */
  after?: string[]
  settings: Setting[], sessions?: Range, sessions_seen: (Standing & { with: string, range: Range, says?: string })[], weeks?: Range, months?: Range, months_before_release?: Range
  entry?: Gate, exit?: Gate
}

export type Unit = {
  id: string, title: string, says?: string
  selection: 'required' | 'by_formulation' | 'optional' | NotEstablished
  offence_focused: boolean, stages: string[], sessions?: Range, tools: Tool[], caution?: string
}

export type Band = Standing & { from_month: number | NotEstablished, until_month: number | 'open' | NotEstablished, hours_per_week: Range, says?: string }

export type Dose = {
  id: string, title: string, says?: string
  counted_in: 'sessions' | 'meetings' | 'hours' | NotEstablished
  stages: string[], form?: 'one_to_one' | 'group' | 'circle' | 'family' | NotEstablished, group_size?: Range
  count?: Count, minutes?: Range, frequency?: Frequency | NotEstablished, hours_per_week?: Range, bands: Band[]
  lasts_weeks?: Count, lasts_months?: Count, same_place_and_day?: boolean
  change?: { decided_by: string, needs: string, says?: string }
}

export type Team = {
  shape: 'one_to_one' | 'one_or_two_to_one' | 'pair' | 'circle' | 'multidisciplinary' | 'panel' | 'group' | NotEstablished
  rings: { ring: 'inner' | 'link' | 'support' | 'outer', roles: string[], decides?: 'consensus' | 'majority' | 'chair' | NotEstablished }[]
  minimum: { role: string, count: number }[]
  below_minimum?: 'opens_a_task' | 'continues'
  matching?: { criteria: string[] | NotEstablished, decided_by?: string, says?: string } | NotEstablished
  participants_must_not_meet?: boolean, says?: string
}
