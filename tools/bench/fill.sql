-- An invented service, as large as wanted and the same for the same seed. Run once by the superuser of the bench's own database server:
-- under the guard nobody writes six hundred thousand sessions in one statement. :people, :staff, :seed, :password, :programmes and
-- :frame are put in by fill.ts.
-- Fifteen colleagues a unit: a coordinator, seven facilitators, four mentors, three case managers. A quarter of the people take part now; the others have ended.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '256MB';

create or replace function pg_temp.chance(n int, salt int) returns int language sql immutable as $$ select (hashint8extended(n::bigint * 1000 + salt, :seed) & 2147483647)::int $$;
create or replace function pg_temp.name_of(what text, n int) returns text language sql immutable as $$ select substr(md5(what || n || ':seed'), 1, 16) $$;
create or replace function pg_temp.words(n int, most int) returns text language sql immutable as $$
  select substr(string_agg((array['talked','about','the','week','and','work','his','mother','called','came','late','but','stayed','practised','saying','no','planned','Tuesday','football','letter','quiet','first','then','open','wants','to','try','again','nothing','new','from','court','slept','badly','laughed','asked','for','help','with','forms','rent'])[1 + pg_temp.chance(n, 100 + g) % 41], ' '), 1, most)
  from generate_series(1, most / 5) g $$;

create temp table words_list as select w, pg_temp.words(w, 600) as note, pg_temp.words(w + 7000, 140) as done from generate_series(0, 999) w;
create unique index on words_list (w);

create temp table unit_list as select u, 1000000 + u as id from generate_series(0, :staff / 15 - 1) u;
insert into units (id, public_id, name, kind)
  select id, pg_temp.name_of('unit', u), 'Unit ' || u, (array['prison', 'remand', 'probation', 'programme'])[1 + u % 4] from unit_list;

create temp table staff_list as select s, 1100000 + s as id, 1000000 + s / 15 as unit_id,
  case when s = :staff then 'head' when s % 15 = 0 then 'coordinator' when s % 15 < 8 then 'facilitator' when s % 15 < 12 then 'mentor' else 'case_manager' end as role from generate_series(0, :staff) s;
update staff_list set unit_id = 1000000 where role = 'head';
insert into colleagues (id, public_id, name, title, unit_id) select id, pg_temp.name_of('colleague', s), 'Colleague ' || s, role, unit_id from staff_list;
insert into appointments (id, public_id, colleague_id, role, unit_id, from_at) select id, pg_temp.name_of('appointment', s), id, role, unit_id, now() - interval '4 years' from staff_list;
insert into accounts (id, public_id, username, kind, colleague_id, password_hash, language, made_at)
  select id, pg_temp.name_of('account', s), 'staff-' || s, 'colleague', id, ':password', 'en', now() - interval '4 years' from staff_list;
insert into programme_versions (programme, version, hash, definition, kept_at) select p ->> 'id', (p ->> 'version')::int, p ->> 'hash', p ->> 'text', now() - interval '4 years'
  from jsonb_array_elements($programmes$:programmes$programmes$::jsonb) p on conflict do nothing;

-- k counts the people of a unit by fours; the four of them are one who takes part and three who have ended.
create temp table person_list as select i, 2000000 + i as id, 1000000 + u as unit_id, k, (i / (:staff / 15)) % 4 = 0 as active, 1100000 + u * 15 as coordinator_id,
    1100000 + u * 15 + 1 + k % 7 as facilitator_id, 1100000 + u * 15 + 8 + k % 4 as mentor_id, 1100000 + u * 15 + 12 + k % 3 as case_manager_id, i % 3 as p,
    (array['Anders','Bilal','Casper','Dario','Emil','Farhan','Goran','Hugo','Idris','Jonas','Karim','Lars','Mikkel','Nils','Omar','Peder','Rasmus','Samir','Tarik','Yusuf'])[1 + pg_temp.chance(i, 1) % 20] || ' '
      || (array['Bran','Dahl','Elm','Falk','Grav','Holm','Iver','Kjel','Lind','Mark','Nor','Oster','Pil','Ring','Skov','Thor','Ulv','Vest','Wind','Ask'])[1 + pg_temp.chance(i, 2) % 20]
      || (array['a','e','i','o','u','en','er','in','or','um'])[1 + pg_temp.chance(i, 3) % 10]
      || (array['berg','dal','gaard','holt','kvist','lund','mose','naes','rup','strand','sund','toft','vang','vik','aa','bo','by','dam','eng','fors','have','hoej','krog','lev','moen','qvist','sen','son','torp','ved'])[1 + pg_temp.chance(i, 4) % 30] as name
  from (select i, i % (:staff / 15) as u, i / (:staff / 15) / 4 as k from generate_series(1, :people) i) x;
insert into participants (id, public_id, unit_id, state, state_since, made_at)
  select id, pg_temp.name_of('person', i), unit_id, case when active then 'active' else 'ended' end, current_date - 250, now() - interval '1 year' from person_list;
insert into register_entries (participant_id, name, number, born_year) select id, name, 'N-' || i, 1960 + pg_temp.chance(i, 5) % 45 from person_list;
insert into identity_names (participant_id, name, meets_at) select id, name, 'room ' || i % 12 from person_list;
insert into identity_particulars (participant_id, number, born_on) select id, 'N-' || i, make_date(1960 + pg_temp.chance(i, 5) % 45, 1 + i % 12, 1 + i % 28) from person_list;
insert into access_needs (participant_id, languages) select id, array['da'] from person_list;
insert into legal_statuses (id, public_id, participant_id, status, from_on, source, authority, recorded_by, recorded_at)
  select id, pg_temp.name_of('status', i), id, 'sentenced', current_date - 400, 'register', 'court', case_manager_id, now() - interval '1 year' from person_list;
insert into releases (id, public_id, participant_id, release_on, reason, authority, recorded_by, recorded_at)
  select id, pg_temp.name_of('release', i), id, current_date + i % 700, 'first', 'prison', case_manager_id, now() - interval '1 year' from person_list;
insert into consents (id, public_id, participant_id, purpose, answer, notice_version, language, way, answered_on, recorded_by, recorded_at)
  select id, pg_temp.name_of('consent', i), id, 'programme', 'yes', '1', 'en', 'spoken', current_date - 300, facilitator_id, now() - interval '300 days' from person_list;
insert into referrals (id, public_id, receipt, unit_id, participant_id, state, source, referred_by, recorded_by, referred_on, received_at, name, number, why, answer)
  select id, pg_temp.name_of('referral', i), 'R-' || i, unit_id, id, 'accepted', 'case-manager', case_manager_id, case_manager_id, current_date - 320, now() - interval '320 days', name, 'N-' || i, pg_temp.words(i, 200), 'yes' from person_list;
insert into assignments (id, public_id, colleague_id, participant_id, role, from_at, until_at, made_by)
  select 2000000 + i * 4 + r, pg_temp.name_of('assignment', i * 4 + r), (array[coordinator_id, facilitator_id, mentor_id, case_manager_id])[r + 1], id,
    (array['coordinator', 'facilitator', 'mentor', 'case_manager'])[r + 1], now() - interval '310 days', case when not active then now() - interval '5 days' end, coordinator_id
  from person_list, generate_series(0, 3) r;
insert into plans (id, public_id, participant_id, programme, version, state, begins_on, ended_on, ending, made_by, made_at)
  select id, pg_temp.name_of('plan', i), id, (array['back-on-track', 'entre', 'healthy-identity'])[1 + p], 1, case when active then 'running' else 'ended' end, current_date - 290,
    case when not active then current_date - 6 end, case when not active then 'completed' end, facilitator_id, now() - interval '290 days' from person_list;
-- Six units chosen for each plan whose programme has units, two of them done.
insert into plan_units (id, public_id, participant_id, plan_id, unit_id, about_the_offence, position, reason, done_on, chosen_by, chosen_at)
  select 3000000 + i * 8 + u.place, pg_temp.name_of('plan-unit', i * 8 + u.place::int), x.id, x.id, u.unit ->> 'id', (u.unit ->> 'offence')::boolean, u.place, pg_temp.words(i, 80),
    case when u.place <= 2 then current_date - 60 end, facilitator_id, now() - interval '280 days'
  from person_list x join jsonb_array_elements($programmes$:programmes$programmes$::jsonb) q on q ->> 'id' = (array['back-on-track', 'entre', 'healthy-identity'])[1 + x.p]
    cross join lateral jsonb_array_elements(q -> 'units') with ordinality u(unit, place) where u.place <= 6;
-- Beside the programme nearly everybody steps into something; of every fifteenth nobody has said what yet.
insert into plan_strands (id, public_id, participant_id, plan_id, kind, what, written_by, written_at)
  select id, pg_temp.name_of('strand', i), id, id, (array['education', 'work', 'pro-social'])[1 + i % 3], pg_temp.words(i, 40), facilitator_id, now() - interval '270 days' from person_list where i % 15 <> 0;
-- Four goals with five written levels, rated three times; every twelfth period ends within days, every fortieth is over.
insert into goals (id, public_id, participant_id, plan_id, title, from_on, until_on, written_by, written_at)
  select 5000000 + i * 4 + g, pg_temp.name_of('goal', i * 4 + g), id, id, pg_temp.words(i * 4 + g, 60), current_date - 180, case when i % 40 = 0 then current_date - 5 when i % 12 = 0 then current_date + i % 14 else current_date + 30 + i % 60 end,
    facilitator_id, now() - interval '181 days' from person_list, generate_series(0, 3) g;
insert into goal_levels (id, goal_id, participant_id, level, sentence)
  select 100000000 + (i * 4 + g) * 5 + l, 5000000 + i * 4 + g, id, l - 2, left(done, 70) from person_list, generate_series(0, 3) g, generate_series(0, 4) l, words_list where w = ((i * 4 + g) * 5 + l) % 1000;
insert into plan_aims (id, public_id, participant_id, plan_id, position, aim, reason, written_by, written_at)
  select 2000000 + i * 4 + g, pg_temp.name_of('aim', i * 4 + g), id, id, g, pg_temp.words(i * 4 + g, 60), pg_temp.words(i * 4 + g + 7, 120), facilitator_id, now() - interval '280 days' from person_list, generate_series(0, 3) g;

-- Thirty sessions behind, one ahead for those who take part. Every fifth was missed. Two of three with the facilitator, one with the mentor. A few notes wait for their signature.
create temp table session_list as select 10000000 + i * 31 + j as id, i, j, id as participant_id, active, case when j % 3 = 0 then mentor_id else facilitator_id end as author_id, j > 0 and pg_temp.chance(i, 200 + j) % 5 = 0 as missed,
    date_trunc('day', now()) - make_interval(days => 9 * j - case when j = 0 then 1 + i % 7 else 0 end, hours => -8 - (i + j) % 8) as starts_at, (i * 31 + j + :seed) % 1000 as w from person_list, generate_series(0, 30) j where j > 0 or active;
insert into sessions (id, public_id, participant_id, plan_id, author_id, starts_at, minutes, place, state, cause, recorded_at)
  select id, pg_temp.name_of('session', i * 31 + j), participant_id, participant_id, author_id, starts_at, 60, 'room ' || i % 12, case when j = 0 then 'planned' when missed then 'missed' else 'held' end,
    case when missed then (array['no-escort', 'lockdown', 'illness', 'court', 'person-declined'])[1 + (i + j) % 5] end, least(starts_at + interval '2 hours', now()) from session_list order by participant_id, starts_at;
insert into session_contents (session_id, participant_id, author_id, done, own_words, next_step, written_at)
  select s.id, participant_id, author_id, w.done, 'It was all right.', 'Try it once before Tuesday.', starts_at from session_list s join words_list w using (w) where j > 0 and not missed order by participant_id;
insert into facilitator_notes (id, public_id, session_id, participant_id, author_id, note, written_at, signed_at)
  select s.id, pg_temp.name_of('note', i * 31 + j), s.id, participant_id, author_id, w.note, starts_at, case when j <> 1 or i % 30 <> 4 then starts_at end from session_list s join words_list w using (w) where j > 0 and j % 3 <> 0 order by participant_id;
insert into mentor_notes (id, public_id, session_id, participant_id, author_id, note, written_at, signed_at)
  select s.id, pg_temp.name_of('note', i * 31 + j), s.id, participant_id, author_id, w.note, starts_at, starts_at from session_list s join words_list w using (w) where j > 0 and j % 3 = 0 order by participant_id;

insert into agreements (id, public_id, participant_id, purpose, review_months, proposed_on) select id, pg_temp.name_of('agreement', i), id, 'mentoring', 3, current_date - 80 + i % 40 from person_list where active;
insert into agreement_versions (id, agreement_id, participant_id, number, proposed_on, proposed_at, proposed_by, revision) select id, id, id, 1, current_date - 80 + i % 40, now() - interval '40 days', mentor_id, 1 from person_list where active;
insert into agreement_clauses (id, version_id, participant_id, place, text) select 2000000 + i * 4 + c, id, id, c, pg_temp.words(i * 4 + c, 90) from person_list, generate_series(1, 3) c where active;
insert into agreement_parties (id, version_id, participant_id, colleague_id, role) select 2000000 + i * 4 + c, id, id, case when c = 1 then mentor_id end, case when c = 1 then 'mentor' else 'participant' end from person_list, generate_series(0, 1) c where active;
insert into agreement_signatures (party_id, participant_id, answer, answered_on, way, seen_by, recorded_by_kind, recorded_by, recorded_at)
  select 2000000 + i * 4 + c, id, 'signed', current_date - 80 + i % 40, case when c = 1 then 'own-account' else 'on-paper' end, case when c = 1 then '' else 'Colleague' end, 'colleague', mentor_id, now() - interval '40 days' from person_list, generate_series(0, 1) c where active;

-- How it goes. Each rating of a goal by the person, a ruler each month, and a stand-in for the three assessments of 22 items: three fillings of an invented
-- questionnaire, each one row with its 22 answers, as the room of measures keeps questionnaires.
insert into measures (id, public_id, participant_id, kind, series, goal_id, measured_on, value, lowest, highest, said_by, way, recorded_by_kind, recorded_by, recorded_at)
  select 200000000 + (i * 4 + g) * 3 + m, pg_temp.name_of('rating', (i * 4 + g) * 3 + m), id, 'goal', 'goal ' || g, 5000000 + i * 4 + g, current_date - 150 + 60 * m - i % 10, pg_temp.chance(i, 300 + g * 3 + m) % 5 - 2, -2, 2,
    'person', 'with-person', 'colleague', facilitator_id, now() - interval '20 days' from person_list, generate_series(0, 3) g, generate_series(0, 2) m;
insert into measures (id, public_id, participant_id, kind, series, question, measured_on, value, lowest, highest, said_by, way, recorded_by_kind, recorded_by, recorded_at)
  select 220000000 + i * 6 + m, pg_temp.name_of('ruler', i * 6 + m), id, 'ruler', 'the week', 'How was the week?', current_date - 170 + 30 * m, pg_temp.chance(i, 330 + m) % 11, 0, 10,
    'person', 'with-person', 'colleague', mentor_id, now() - interval '20 days' from person_list, generate_series(0, 5) m;
insert into measures (id, public_id, participant_id, kind, series, measured_on, value, lowest, highest, items, said_by, way, recorded_by_kind, recorded_by, recorded_at)
  select 230000000 + i * 3 + m, pg_temp.name_of('filling', i * 3 + m), id, 'scale', 'twenty-two', current_date - 200 + 90 * m, sum(pg_temp.chance(i, 400 + m * 22 + n) % 4), 0, 66,
    jsonb_object_agg('item_' || n, pg_temp.chance(i, 400 + m * 22 + n) % 4), 'worker', 'with-person', 'colleague', facilitator_id, now() - interval '20 days'
  from person_list, generate_series(0, 2) m, generate_series(1, 22) n group by i, id, m, facilitator_id;

-- A crisis of every twentieth who takes part, within the last weeks: half of them were told afterwards; every third with a warning, half of these signed.
create temp table crisis_list as select *, 2000000 + i as incident_id, now() - make_interval(days => 1 + i % 26) as at from person_list where active and k % 20 = 0;
insert into incidents (id, public_id, participant_id, kind, words_said, done, happened_at, author_id, recorded_at)
  select incident_id, pg_temp.name_of('incident', i), id, case when k % 3 = 0 then 'threat' else 'self-harm' end, pg_temp.words(i, 120), pg_temp.words(i + 3, 120), at, case when i % 2 = 0 then mentor_id else facilitator_id end, at from crisis_list;
insert into incident_calls (incident_id, public_id, unit_id, author_id, opened_at, answered_at, answered_by, takes_over)
  select incident_id, pg_temp.name_of('incident', i), unit_id, case when i % 2 = 0 then mentor_id else facilitator_id end, at, at + interval '3 minutes', coordinator_id, 'I come.' from crisis_list;
insert into incident_asks (id, incident_id, colleague_id, place, minutes, as_coordinator, asked_at, answer_by) select incident_id, incident_id, coordinator_id, 1, 10, true, at, at + interval '10 minutes' from crisis_list;
insert into person_warnings (id, public_id, incident_id, participant_id, threatened, danger, how_soon, told_whom, told_at, told_how, author_id, recorded_at)
  select incident_id, pg_temp.name_of('warning', i), incident_id, id, 'his neighbour', 'serious-injury', 'days', 'police desk', at, 'phone', case when i % 2 = 0 then mentor_id else facilitator_id end, at from crisis_list where k % 3 = 0;
insert into warning_signatures (warning_id, participant_id, given_by, author_id, agrees, signed_at)
  select incident_id, id, case when i % 2 = 0 then mentor_id else facilitator_id end, coordinator_id, true, at + interval '1 day' from crisis_list where k % 3 = 0 and k % 2 = 0;
insert into incident_aftercares (id, incident_id, participant_id, what, done_on, author_id, recorded_at)
  select incident_id, incident_id, id, 'told', current_date, case when i % 2 = 0 then mentor_id else facilitator_id end, now() from crisis_list where k % 40 = 0;

-- Complaints of every twenty-fifth, a third of them answered, every second of the others forwarded to the coordinator by name.
create temp table complaint_list as select *, 2000000 + i as complaint_id from person_list where i % 25 = 0;
insert into complaints (id, public_id, participant_id, number, kind, subject, words, raised_on, raised_at, answer_by, way, recorded_by_kind, recorded_by, forwarded_to, forwarded_at, forwarded_why)
  select complaint_id, pg_temp.name_of('complaint', i), id, 'C-' || i, 'complaint', 'decision', pg_temp.words(i, 300), current_date - 10, now() - interval '10 days', current_date + i % 20, 'own-page', 'participant', id,
    case when i % 2 = 0 then coordinator_id end, case when i % 2 = 0 then now() - interval '5 days' end, case when i % 2 = 0 then 'It is about the room.' end from complaint_list;
insert into complaint_answers (complaint_id, participant_id, outcome, words, answered_on, answered_at, answered_by) select complaint_id, id, 'partly', pg_temp.words(i, 200), current_date - 1, now() - interval '1 day', 1100000 from complaint_list where i % 3 = 0;
insert into named_readings (id, public_id, reader_id, role, record, participant_id, reason, from_at, until_at, made_by) select complaint_id, pg_temp.name_of('named', i), coordinator_id, 'coordinator', 'complaint', id, 'forwarded', now() - interval '5 days', now() + interval '30 days', 1100000 from complaint_list where i % 2 = 0;

-- Every tenth release moved once; half of those moves were noted by the facilitator.
insert into releases (id, public_id, participant_id, release_on, reason, authority, recorded_by, recorded_at)
  select 6000000 + i, pg_temp.name_of('moved', i), id, current_date + i % 700 + 30, 'changed', 'prison', case_manager_id, now() - interval '3 days' from person_list where i % 10 = 3;
insert into release_notings (id, public_id, release_id, colleague_id, noted_at) select 6000000 + i, pg_temp.name_of('noting', i), 6000000 + i, facilitator_id, now() - interval '2 days' from person_list where i % 20 = 3;

-- Whether a programme fits: some of its rules answered for every third who takes part.
insert into eligibility_answers (id, public_id, participant_id, programme, version, rule_id, asked, answer, words, seen_on, said_by, written_by, written_at)
  select 7000000 + i * 20 + r.place, pg_temp.name_of('answer', i * 20 + r.place::int), x.id, q ->> 'id', 1, r.rule ->> 'id', r.rule ->> 'asks', case when r.place % 2 = 0 then 'yes' else 'no' end, 'The judgment says so.', current_date - 300, 'the coordinator', coordinator_id, now() - interval '300 days'
  from person_list x join jsonb_array_elements($programmes$:programmes$programmes$::jsonb) q on q ->> 'id' = (array['back-on-track', 'entre', 'healthy-identity'])[1 + x.p]
    cross join lateral jsonb_array_elements(q -> 'rules') with ordinality r(rule, place) where x.active and x.k % 3 = 0 and r.place <= 20 and r.place % 3 <> 0;

-- The note of the last session coded by one of two for every eighth who takes part: half of them by another facilitator of the unit, so that it awaits the person's own.
insert into coding_frames (frame, version, domains, titles, kept_at) select f ->> 'id', (f ->> 'version')::int, array(select d ->> 'id' from jsonb_array_elements(f -> 'domains') d), array(select d ->> 'title' from jsonb_array_elements(f -> 'domains') d), now()
  from (select $frame$:frame$frame$::jsonb as f) x on conflict do nothing;
insert into codings (id, public_id, session_id, participant_id, author_id, place, frame, frame_version, domains, codes, locked_at)
  select 8000000 + i, pg_temp.name_of('coding', i), 10000000 + i * 31 + 2, x.id, case when k % 16 = 0 then facilitator_id else 1100000 + (i % (:staff / 15)) * 15 + 1 + (k + 1) % 7 end, 1, c.frame, c.version, c.domains, array_fill(1, array[cardinality(c.domains)]), now() - interval '2 days'
  from person_list x, coding_frames c where active and k % 8 = 0 and pg_temp.chance(i, 202) % 5 <> 0;

-- A password alone: what signing in costs is not measured here.
update services set codes_required = false;
select setval('ids', 500000000);
reset session_replication_role;
vacuum (analyze);
