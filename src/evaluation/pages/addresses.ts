export const studiesPage = '/studies'
export const newStudyPage = '/studies/new'
export function studyPage(studyId: string): string { return `/studies/${studyId}` }
export function studyPeoplePage(studyId: string): string { return `${studyPage(studyId)}/people` }
export function studyReportPage(studyId: string): string { return `${studyPage(studyId)}/report` }
export function keptReportPage(studyId: string, reportId: string, file: 'report.pdf' | 'report.html'): string { return `${studyReportPage(studyId)}/${reportId}/${file}` }
export function publishPage(studyId: string): string { return `${studyReportPage(studyId)}/published` }
export function studyDataPage(studyId: string): string { return `${studyPage(studyId)}/data` }
export function studyReleasesPage(studyId: string): string { return `${studyPage(studyId)}/tables` }
