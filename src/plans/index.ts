export { planPages } from './plans.pages.tsx'
export { planGlance, planSteps } from './plans.glance.tsx'
export { addAim, endPlan, makePlan } from './plans.verbs.ts'
export { openPlan, plansOf, type PlanRow } from './plans.queries.ts'
export { planRefusals } from './plans.refusals.ts'
export const planRecords = [{ record: 'plan_dates', tables: ['plans'] }, { record: 'plan_content', tables: ['plan_aims'] }]
export { plansRecords } from './plans.records.ts'
