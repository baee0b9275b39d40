/** Sentences by key: "agreement.reviewed"; of a plural, one entry a form: "agreement.days_one", "agreement.days_other". */
export type Catalogue = Record<string, string>

export type Values = Record<string, string | number>
