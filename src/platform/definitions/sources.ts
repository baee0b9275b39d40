/** What nobody could establish says so, in the file and on the page. It is never filled with a guess. */
export type NotEstablished = 'not_established'

/** What a statement rests on: the ids of its sources; the fields that are a local choice, not a fact. */
export type Standing = { source?: string | string[], design_proposals?: 'all' | string[] }

/** A year (2013), a month ('2021-02') or a day, as the source gives it. */
export type When = number | string

export type Source = {
  id: string, title: string, publisher?: string, year?: When, url?: string, note?: string
  standing?: 'published' | 'unverified' | 'inferred', read?: 'in_full' | 'opening' | 'not_read'
}
