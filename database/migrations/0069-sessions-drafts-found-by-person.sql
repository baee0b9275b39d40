-- Why: a draft of a note was found by its writer alone. Whoever left with one left it where nobody knew of it: neither the coordinator, who could have it signed, nor whoever answers a request about
-- what is kept of a person. Both look by the person.
-- Undo by hand: drop index facilitator_notes_drafts_by_person, mentor_notes_drafts_by_person;
create index facilitator_notes_drafts_by_person on facilitator_notes (participant_id) where signed_at is null;
create index mentor_notes_drafts_by_person on mentor_notes (participant_id) where signed_at is null;
