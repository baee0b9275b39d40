/** What the actor has to do with whom: the people they work with today, in which role. */
const mine = `a.colleague_id = (select actor_id()) and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment()))`
const person = `p.id as participant_id, p.public_id as id, n.name as about`
const theirs = `assignments a join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id`
const byAFacilitator = `not exists (select from assignments m where m.colleague_id = s.author_id and m.participant_id = s.participant_id and m.role in ('mentor', 'circle_coordinator'))`
const lastAnswer = `(select way, answer, answered_on, recorded_at from consents where participant_id = p.id and purpose = 'programme' order by recorded_at desc, id desc limit 1) c`
const lastStop = `(select withdrawn_at from withdrawals where participant_id = p.id and purpose = 'programme' and withdrawn_at >= c.recorded_at order by withdrawn_at desc limit 1) w`

/**
 * Everything that awaits a facilitator, of the same rooms and tables as on My day: sessions to prepare and to record, notes to sign, what is to be set aside, sessions that
 * nobody has any more; consents and legal statuses not yet asked, releases that moved or are unconfirmed, judgments, erasures; plans to make, to end and that do not fit before
 * release, goals to rate and whose period is over; eligibility begun; notes coded by one of two; calls, warnings and what is owed after a crisis; agreements to sign and to review;
 * strands and teams that are missing; plans with no meeting ahead; sessions changed for whoever comes along, and observed ones to rate; what comes after release, transfers, recalls, places to find; reports at the
 * end; certificates, interpreters and who is out alone.
 */
const whatIsDue = `
  (select ${person}, s.starts_at::date as on, s.starts_at as at, 'session' as what from sessions s join participants p on p.id = s.participant_id join identity_names n on n.participant_id = p.id
    where s.state = 'planned' and s.author_id = (select actor_id()) order by s.starts_at limit 50)
  union all
  (select ${person}, d.since::date, null, 'sign note' from (select session_id, written_at as since from facilitator_notes where author_id = (select actor_id()) and signed_at is null
      union all select session_id, written_at from mentor_notes where author_id = (select actor_id()) and signed_at is null) d
    join sessions s on s.id = d.session_id join participants p on p.id = s.participant_id join identity_names n on n.participant_id = p.id where s.state <> 'struck')
  union all
  (select ${person}, x.told_at::date, null, 'set aside' from set_aside_notices x left join session_strikes k on k.session_id = x.session_id left join participants p on p.id = k.participant_id
    left join identity_names n on n.participant_id = p.id where x.reader_id = (select actor_id()) and x.set_aside_at is null)
  union all
  (select ${person}, w.starts_at::date, w.starts_at, 'nobody' from sessions_without_anybody() w join participants p on p.id = w.participant_id join identity_names n on n.participant_id = p.id)
  union all
  (select ${person}, p.state_since, null, 'ask' from ${theirs}
    left join lateral (select way, answer from consents where participant_id = p.id and purpose = 'programme' and answer <> 'not-asked' order by recorded_at desc, id desc limit 1) c on true
    where ${mine} and a.role in ('coordinator', 'facilitator') and p.state in ('waiting', 'active') and (c.way is null or c.way = 'as-imported' and c.answer = 'yes') limit 50)
  union all
  (select ${person}, p.state_since, null, 'status' from ${theirs}
    where ${mine} and a.role = 'case_manager' and p.state <> 'ended' and not exists (select from legal_statuses l where l.participant_id = p.id) limit 50)
  union all
  (select ${person}, r.recorded_at::date, null, 'release' from ${theirs} join lateral (select id, release_on, recorded_at, as_told from releases where participant_id = p.id order by recorded_at desc, id desc limit 1) r on true
    where ${mine} and p.state <> 'ended' and (a.role = 'case_manager' and r.as_told or a.role in ('coordinator', 'facilitator')
      and not exists (select from release_notings x where x.release_id = r.id and x.colleague_id = (select actor_id()))
      and exists (select from releases b where b.participant_id = p.id and b.id <> r.id)
      and r.release_on is distinct from (select b.release_on from releases b where b.participant_id = p.id and b.id <> r.id order by b.recorded_at desc, b.id desc limit 1)) limit 100)
  union all
  (select ${person}, coalesce(l.until_on, l.from_on), null, l.status from ${theirs} join legal_statuses l on l.participant_id = p.id
    where ${mine} and p.state <> 'ended' and (l.as_told and a.role = 'case_manager' or l.status = 'acquitted' and a.role = 'coordinator' and l.from_on <= (select today_on())
      or l.status in ('remand', 'charges', 'appeal') and l.until_on < (select today_on()) and a.role in ('coordinator', 'facilitator')
        and not exists (select from consents c where c.participant_id = p.id and c.purpose = 'programme' and c.way <> 'as-imported' and c.answered_on > l.until_on)) limit 100)
  union all
  (select ${person}, e.answer_by, null, 'erasure' from ${theirs} join erasure_requests e on e.participant_id = p.id where ${mine} and a.role = 'coordinator' and e.answered_at is null limit 100)
  union all
  (select ${person}, c.answered_on, null, case when l.id is null then 'plan' else 'end' end from ${theirs} join lateral ${lastAnswer} on true left join lateral ${lastStop} on true
    left join plans l on l.participant_id = p.id and l.state <> 'ended'
    where ${mine} and a.role in ('coordinator', 'facilitator')
      and (l.id is not null and w.withdrawn_at is not null or l.id is null and w.withdrawn_at is null and c.answer = 'yes' and p.state = 'waiting' and a.role = 'coordinator') limit 50)
  union all
  (select ${person}, p.state_since, null, p.state from ${theirs} join lateral (select g.state, g.changed_by from participation_changes g where g.participant_id = p.id order by g.changed_at desc, g.id desc limit 1) c on c.state = p.state
    where ${mine} and (p.state = 'paused' or p.state = 'active' and p.state_since > (select today_on()) - 7 and c.changed_by <> (select actor_id())) limit 100)
  union all
  (select ${person}, d.begins_on, null, 'begin' from ${theirs} join plan_drawn_starts d on d.participant_id = p.id join plans l on l.id = d.plan_id and l.state = 'running'
    where ${mine} and d.begins_on <= (select today_on()) + 14 and not exists (select from plan_stages g where g.plan_id = d.plan_id and g.taken_back_at is null and g.kind in ('delivery', 'transition', 'maintenance', 'closing')))
  union all
  (select ${person}, r.release_on, null, 'does not fit' from ${theirs} join plans l on l.participant_id = p.id and l.state <> 'ended' join programme_versions v on v.programme = l.programme and v.version = l.version
    join lateral (select release_on from releases where participant_id = p.id order by recorded_at desc, id desc limit 1) r on r.release_on is not null
    join lateral (select count(*) filter (where s.state = 'held') as held from sessions s where s.participant_id = p.id and s.plan_id = l.id and (s.state = 'held' or s.state = 'planned' and s.starts_at > (select moment()))) k on true
    where ${mine} and a.role = 'facilitator' and not exists (select from plan_fits f where f.plan_id = l.id and f.release_on = r.release_on) and 50 - k.held > (r.release_on - (select today_on())) / 7 * coalesce(l.sessions_a_week, 2) limit 50)
  union all
  (select ${person}, min(g.until_on), null, case when g.until_on < (select today_on()) then 'goals' else 'rate' end from ${theirs} join plans l on l.participant_id = p.id and l.state <> 'ended'
    join goals g on g.plan_id = l.id and g.participant_id = p.id and g.until_on <= (select today_on()) + 14 left join goal_closings k on k.goal_id = g.id
    where ${mine} and a.role = 'facilitator' and k.id is null and (g.until_on < (select today_on())
      or not exists (select from measures m where m.participant_id = p.id and m.goal_id = g.id and m.taken_back_at is null and m.measured_on >= (select today_on()) - 14)) group by p.id, p.public_id, n.name, g.until_on limit 50)
  union all
  (select ${person}, min(g.written_at)::date, null, 'eligibility' from ${theirs} join (select participant_id, programme, written_at from eligibility_answers union all select participant_id, programme, written_at from assessor_answers) g on g.participant_id = p.id
    where ${mine} and a.role = 'coordinator' and p.state in ('waiting', 'active') group by p.id, p.public_id, n.name, g.programme limit 50)
  union all
  (select ${person}, g.latest_at::date, null, 'code' from coding_progress() g join sessions s on s.id = g.session_id and s.state = 'held' and s.plan_id is not null join participants p on p.id = s.participant_id join identity_names n on n.participant_id = p.id
    left join codings m on m.session_id = s.id and m.author_id = (select actor_id())
    where not exists (select from code_consensus c where c.session_id = s.id and c.confirmed_at is not null)
      and (m.id is null or exists (select from code_consensus c where c.session_id = s.id and c.author_id <> (select actor_id()) and c.confirmed_at is null)))
  union all
  (select null, null, u.name, k.opened_at::date, i.asked_at, 'call' from incident_calls k join incident_asks i on i.incident_id = k.incident_id join colleagues c on c.id = k.author_id left join units u on u.id = k.unit_id
    where i.colleague_id = (select actor_id()) and i.asked_at is not null and k.answered_at is null)
  union all
  (select ${person}, w.told_at::date, w.told_at, 'sign warning' from person_warnings w join incidents i on i.id = w.incident_id join ${theirs} on a.participant_id = w.participant_id
    left join warning_signatures s on s.warning_id = w.id where ${mine} and w.author_id <> (select actor_id()) and s.signed_at is null)
  union all
  (select ${person}, i.recorded_at::date, null, x.what from incidents i join colleagues c on c.id = i.author_id join ${theirs} on a.participant_id = i.participant_id left join identity_particulars q on q.participant_id = p.id
      left join incident_debriefs b on b.incident_id = i.id cross join (values ('told'), ('planned-anew'), ('talk')) x(what)
    where ${mine} and i.recorded_at >= (select moment()) - interval '28 days' and not exists (select from incident_aftercares f where f.incident_id = i.id and f.what = x.what)
      and (x.what = 'planned-anew' and a.role = 'facilitator' or x.what = 'told' and i.author_id = (select actor_id()) or x.what = 'talk' and i.author_id = (select actor_id()) and b.incident_id is null))
  union all
  (select ${person}, (v.on + make_interval(months => g.review_months))::date, null, case when v.signed then 'review' else 'sign' end
    from ${theirs} join agreements g on g.participant_id = p.id and g.ended_on is null
    join lateral (select w.id, coalesce((select max(r.held_on) from agreement_reviews r where r.agreement_id = g.id), (select max(s.answered_on) from agreement_signatures s join agreement_parties y on y.id = s.party_id where y.version_id = w.id), w.proposed_on) as on,
        not exists (select from agreement_parties y left join agreement_signatures s on s.party_id = y.id where y.version_id = w.id and s.party_id is null) as signed, w.proposed_at
      from agreement_versions w where w.agreement_id = g.id order by w.number desc limit 1) v on true
    where ${mine} and (a.role = 'coordinator' or exists (select from agreement_parties y where y.version_id = v.id and y.colleague_id = (select actor_id())))
      and (not v.signed or v.on + make_interval(months => g.review_months) <= (select today_on()) + 14 or exists (select from releases r where r.participant_id = p.id and (r.recorded_at > v.proposed_at or r.release_on <= (select today_on()) and r.release_on > v.proposed_at))
        or exists (select from agreement_parties y join assignments f on f.participant_id = p.id and f.colleague_id = y.colleague_id and f.until_at <= (select moment()) and f.until_at > v.proposed_at where y.version_id = v.id
          and not exists (select from assignments o where o.participant_id = p.id and o.colleague_id = y.colleague_id and (o.until_at is null or o.until_at > (select moment()))))))
  union all
  (select ${person}, (l.begins_on + interval '1 month')::date, null, 'strand' from ${theirs} join plans l on l.participant_id = p.id and l.state = 'running'
    where ${mine} and a.role = 'facilitator' and (l.begins_on + interval '1 month')::date <= (select today_on()) and not exists (select from plan_strands s where s.plan_id = l.id and s.ended_at is null) limit 50)
  union all
  (select ${person}, l.begins_on, null, 'team' from ${theirs} join plans l on l.participant_id = p.id and l.state = 'running' join programme_versions v on v.programme = l.programme and v.version = l.version
    where ${mine} and a.role = 'coordinator' and (select count(*) from assignments t where t.participant_id = p.id and t.from_at <= (select moment()) and (t.until_at is null or t.until_at > (select moment()))) < 2 limit 50)
  union all
  (select ${person}, s.starts_at::date, s.starts_at, 'changed' from sessions s join participants p on p.id = s.participant_id join identity_names n on n.participant_id = p.id
    left join lateral (select o.from_at from session_moves o where o.session_id = s.id and o.author_id <> (select actor_id()) and o.moved_at > (select moment()) - interval '7 days' order by o.moved_at limit 1) m on s.state = 'planned'
    where s.second_id = (select actor_id()) and s.starts_at > (select moment()) and (s.state = 'planned' and m.from_at is not null or s.state = 'called-off' and s.recorded_at > (select moment()) - interval '7 days') limit 50)
  union all
  (select ${person}, s.starts_at::date, null, 'rate' from observations o join sessions s on s.id = o.session_id join participants p on p.id = o.participant_id join identity_names n on n.participant_id = o.participant_id
    where o.facilitator_id = (select actor_id()) and o.withdrawn_at is null and s.state = 'held' and not exists (select from integrity_ratings i where i.session_id = o.session_id and i.author_id = (select actor_id())) limit 50)
  union all
  (select ${person}, r.release_on - d.days, null, 'outside' from ${theirs} join lateral (select release_on from releases where participant_id = p.id order by recorded_at desc, id desc limit 1) r on true
    cross join (select coalesce((select days from transition_lead_times order by set_at desc, id desc limit 1), 90) as days) d
    where ${mine} and a.role in ('coordinator', 'facilitator') and p.state <> 'ended' and r.release_on - d.days <= (select today_on())
      and not exists (select from transition_owners o where o.participant_id = p.id and (o.colleague_id = (select actor_id()) or exists (select from transition_acknowledgements k where k.owner_id = o.id))) limit 100)
  union all
  (select ${person}, o.acknowledge_by, null, 'silent' from transition_owners o join participants p on p.id = o.participant_id join identity_names n on n.participant_id = p.id
    where o.colleague_id = (select actor_id()) and not exists (select from transition_acknowledgements k where k.owner_id = o.id) limit 100)
  union all
  (select ${person}, h.acknowledge_by, null, 'hand-over' from transition_hand_overs h join participants p on p.id = h.participant_id join identity_names n on n.participant_id = p.id
    where not exists (select from transition_hand_overs_taken k where k.hand_over_id = h.id) and (h.to_id = (select actor_id()) or h.handed_by = (select actor_id()) and h.acknowledge_by < (select today_on())) limit 100)
  union all
  (select ${person}, o.until_on, null, 'alone' from ${theirs} join monitoring_orders o on o.participant_id = p.id and o.ended_on is null and o.until_on >= (select today_on())
    where ${mine} and a.role = 'case_manager' and not exists (select from assignments s where s.participant_id = p.id and s.role in ('coordinator', 'facilitator', 'mentor') and s.from_at <= (select moment()) and (s.until_at is null or s.until_at > (select moment()))) limit 100)
  union all
  (select ${person}, t.moves_on, null, 'transfer' from ${theirs} join unit_transfers t on t.participant_id = p.id and t.called_off_at is null join units u on u.id = t.to_unit_id
    where ${mine} and (t.announced_by <> (select actor_id()) and t.announced_at > (select moment()) - interval '60 days' and not exists (select from unit_transfer_notings k where k.transfer_id = t.id and k.colleague_id = (select actor_id()))
      or t.taken_at is null and t.moves_on < (select today_on()) and a.role in ('coordinator', 'case_manager')) limit 100)
  union all
  (select w.participant_id, w.person, w.name, w.moves_on, null, 'arriving' from people_arriving() w)
  union all
  (select ${person}, s.starts_at::date, null, 'place' from sessions s join participants p on p.id = s.participant_id join identity_names n on n.participant_id = p.id
    join (select participant_id, moves_on as from_on, announced_at as known_at from unit_transfers where called_off_at is null union all select participant_id, recalled_on, recorded_at from recalls) m on m.participant_id = s.participant_id
    where s.author_id = (select actor_id()) and s.state = 'planned' and s.starts_at > (select moment()) and s.starts_at >= m.from_on and s.recorded_at < m.known_at limit 100)
  union all
  (select ${person}, r.recalled_on, null, 'recall' from ${theirs} join recalls r on r.participant_id = p.id where ${mine} and r.recorded_at > (select moment()) - interval '60 days' limit 100)
  union all
  (select ${person}, l.ended_on, null, 'report' from ${theirs} join plans l on l.participant_id = p.id and l.state = 'ended' and l.ended_on >= (select today_on()) - 183
    left join lateral (select f.signed_at, k.signed_at as seen_at from closing_reports c left join closing_signatures f on f.report_id = c.id and f.as_role = 'facilitator'
      left join closing_signatures k on k.report_id = c.id and k.as_role = 'coordinator' where c.plan_id = l.id order by c.number desc limit 1) r on true
    where ${mine} and (a.role = 'facilitator' and r.signed_at is null or a.role = 'coordinator' and r.signed_at is not null and r.seen_at is null) limit 50)
  union all
  (select null::int, k.public_id, c.name, k.expires_on, null, 'certificate' from certificates k join colleagues c on c.id = k.colleague_id
    where k.withdrawn_on is null and k.expires_on between (select today_on()) - 60 and (select today_on()) + 60 and (k.colleague_id = (select actor_id()) or c.unit_id = any ((select units_for('register', 'write'))::int[]))
      and not exists (select from certificates o where o.colleague_id = k.colleague_id and o.programme = k.programme and o.programme_role = k.programme_role and o.id <> k.id and o.withdrawn_on is null and (o.expires_on is null or o.expires_on > k.expires_on)) limit 100)
  union all
  (select ${person}, s.starts_at::date, s.starts_at, 'interpreter' from sessions s join participants p on p.id = s.participant_id join identity_names n on n.participant_id = s.participant_id left join access_needs q on q.participant_id = s.participant_id
      left join interpreter_bookings b on b.session_id = s.id and b.cancelled_at is null
    where (s.author_id = (select actor_id()) or s.second_id = (select actor_id())) and s.starts_at > (select moment()) - interval '28 days' and p.state <> 'paused' and (
      s.state = 'planned' and s.starts_at > (select moment()) and s.starts_at < (select moment()) + interval '14 days' and b.id is null and (q.needs_interpreter or cardinality(q.languages) > 0)
      or b.id is not null and (s.state = 'called-off' and b.from_at > (select moment()) or s.state in ('planned', 'held') and s.starts_at <= (select moment()) and b.until_at <= (select moment())
        and not exists (select from interpreter_debriefs d where d.booking_id = b.id))) limit 100)
  union all
  (select null::int, o.public_id, c.name, o.back_by::date, o.back_by, 'out alone' from outings o join colleagues c on c.id = o.colleague_id left join outing_asks k on k.outing_id = o.id and k.colleague_id = (select actor_id())
    where (o.colleague_id = (select actor_id()) or o.lookout_id = (select actor_id()) or k.asked_at is not null) and o.returned_at is null and o.called_off_at is null limit 50)
  union all
  (select ${person}, coalesce((select s.starts_at::date from sessions s where s.participant_id = p.id and s.plan_id = l.id and s.state in ('planned', 'held', 'missed') and ${byAFacilitator} order by s.starts_at desc limit 1), l.begins_on), null, 'plan the next meeting' from ${theirs} join plans l on l.participant_id = p.id and l.state = 'running' and l.begins_on <= (select today_on())
    where ${mine} and a.role = 'facilitator' and p.state = 'active' and not exists (select from sessions s where s.participant_id = p.id and s.state = 'planned' and s.starts_at > (select moment()) and ${byAFacilitator})
    and not exists (select from unit_transfers t where t.participant_id = p.id and t.taken_at is null and t.called_off_at is null) limit 50)`

/**
 * The bare limit's one statement for each operation. Each runs in the actor's own role under the same policies; it gives the answer as
 * text, made by the database, and the ids of those it shows, for the line of the log. $1, $2 … are said beside each.
 */
export const statements = {
  /** One person with the last twenty sessions, each with what ours tells of it. The person is the focus. */
  open: `select json_build_object('id', p.public_id, 'name', n.name, 'unit', u.name, 'state', p.state, 'meetsAt', n.meets_at, 'sessions', (
      select coalesce(json_agg(s), '[]') from (
        select x.public_id as id, x.starts_at as "startsAt", x.minutes, x.preparation_minutes as "preparationMinutes", x.travel_minutes as "travelMinutes", x.place, x.state, x.cause, c.name as with, x.recorded_at as "writtenAt",
          t.done, t.own_words as "ownWords", t.home_practice as "homePractice", t.next_step as "nextStep", t.differs_cause as "differsCause", x.way,
          (select m.from_at from session_moves m where m.session_id = x.id order by m.moved_at desc, m.id desc limit 1) as "movedFrom", case when x.second_id is not null then (select b.name from colleagues b where b.id = x.second_id) end as second
        from sessions x left join colleagues c on c.id = x.author_id left join session_contents t on t.session_id = x.id
        where x.participant_id = p.id and x.state <> 'struck' order by x.starts_at desc limit 20) s))::text as answer, array[p.id] as people
    from participants p join identity_names n on n.participant_id = p.id left join units u on u.id = p.unit_id where p.id = (select focus_id())`,

  /** My people, each with what is next of what is due. */
  caseload: `with due as (${whatIsDue}) select coalesce(json_agg(x), '[]')::text as answer, coalesce(array_agg(x.participant_id), '{}') as people from (
      select p.id as participant_id, p.public_id as id, n.name, u.name as unit, p.state, a.role, d.on, d.at, d.what
      from assignments a join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id left join units u on u.id = p.unit_id
        left join (select distinct on (participant_id) * from due order by participant_id, due.on, due.at) d on d.participant_id = p.id
      where a.colleague_id = (select actor_id()) and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment())) order by n.name) x`,

  /** $1: words. Those of my people whose name has them. */
  mine: `select coalesce(json_agg(x), '[]')::text as answer, coalesce(array_agg(x.participant_id), '{}') as people from (
      select p.id as participant_id, p.public_id as id, n.name, u.name as unit, p.state, a.role
      from assignments a join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id left join units u on u.id = p.unit_id
      where a.colleague_id = (select actor_id()) and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment()))
        and position(lower($1) in lower(n.name)) > 0 order by n.name) x`,

  /** $1: words. Anybody in the service, for coordinators: the database's own question, which no policy can answer by an index. */
  register: `select coalesce(json_agg(x), '[]')::text as answer, coalesce(array_agg(x.participant_id), '{}') as people from search_register($1, $1, null, 25) x`,

  /** What is mine to do. */
  due: `select coalesce(json_agg(x order by x.on, x.at), '[]')::text as answer, coalesce(array_agg(x.participant_id) filter (where x.participant_id is not null), '{}') as people from (${whatIsDue}) x`,

  /** $1 to $6: three ids and three public ids; $7: when it began, $8: what was done, $9: the note. A facilitator's session, resting on what ours rests on: the answer and since when, the plan with its version, certificates, no other one at the same minute. */
  record: `with who as (select p.id, l.id as plan_id, v.hash, (select coalesce(json_agg(k), '[]') from own_certificates_for(l.programme) k) as certificates,
        (select min(y.answered_on) from consents y where y.participant_id = p.id and y.purpose = 'programme' and y.answer = 'yes') as yes_since, (select n.name from identity_names n where n.participant_id = p.id) as name
        from participants p left join plans l on l.participant_id = p.id and l.state <> 'ended' left join programme_versions v on v.programme = l.programme and v.version = l.version
        where not exists (select from sessions t where t.participant_id = p.id and t.starts_at = $7::timestamptz and t.state in ('planned', 'held', 'missed')) and p.id = (select focus_id()) and p.state = 'active' and 'facilitator' = (select a.role from assignments a where a.colleague_id = (select actor_id()) and a.participant_id = p.id and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment())))
        and 'yes' = (select c.answer from consents c where c.participant_id = p.id and c.purpose = 'programme' order by c.recorded_at desc, c.id desc limit 1)
        and not exists (select from withdrawals w where w.participant_id = p.id and w.purpose = 'programme')),
    met as (insert into sessions (id, public_id, participant_id, plan_id, author_id, starts_at, minutes, place, state, recorded_at)
      select $1::int, $2, id, plan_id, (select actor_id()), $7::timestamptz, 60, 'room 1', 'held', (select moment()) from who),
    held as (insert into session_contents (session_id, participant_id, author_id, done, written_at) select $1::int, id, (select actor_id()), $8, (select moment()) from who),
    noted as (insert into facilitator_notes (id, public_id, session_id, participant_id, author_id, note, written_at, signed_at)
      select $3::int, $4, $1::int, id, (select actor_id()), $9, (select moment()), (select moment()) from who where $5::int > 0 and $6 <> '')
    select json_build_object('id', $2, 'startsAt', $7, 'minutes', 60, 'state', 'held', 'done', $8)::text as answer, array[id] as people from who`,

  /** The rollup, as the head may see it. */
  figures: `select json_build_object('countedAt', max(f.counted_at), 'figures', coalesce(json_agg(f), '[]'))::text as answer, '{}'::int[] as people from sessions_by_month((date_trunc('month', (select today_on())) - interval '11 months')::date) f`,

  /** Everything that the person's page tells, in one piece: each room's part, what awaits the reader with this person, who can read it. */
  page: `with due as (${whatIsDue}) select json_build_object('id', p.public_id, 'name', n.name, 'unit', u.name, 'state', p.state, 'meetsAt', n.meets_at,
      'next', (select json_agg(d order by d.on, d.at) from (select d.on, d.at, d.what from due d where d.participant_id = p.id
        union all select s.starts_at::date, s.starts_at, c.name from sessions s left join colleagues c on c.id = s.author_id where s.participant_id = p.id and s.state = 'planned' and s.author_id <> (select actor_id()) and s.starts_at >= (select moment())) d),
      'team', (select json_agg(t) from (select c.name, a.role from assignments a join colleagues c on c.id = a.colleague_id where a.participant_id = p.id and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment())) order by a.from_at, c.name) t),
      'readers', (select json_agg(r) from (select distinct name, role, scope from readers_of('identity_name') order by name) r),
      'may', (select json_agg(f.record) from unnest(array['personal_times', 'identity_particulars', 'plan_dates', 'consent_and_notice', 'legal_status', 'release', 'measure', 'referral']) f(record)
        where exists (select from unnest(array['team', 'own', 'mine', 'unit', 'staff', 'agreed', 'named', 'emergency', 'request']) s(scope) where cardinality(people_for(f.record, 'read', s.scope)) > 0)),
      'mayCode', p.id = any ((select people_for('session_content', 'write', 'team'))::int[]), 'mayWriteOf', p.id = any ((select people_for('safety_incident', 'write', 'team') || people_for('safety_incident', 'write', 'own'))::int[]),
      'counts', (select json_agg(k) from (select state, cause, count(*) as times from sessions where participant_id = p.id group by state, cause) k),
      'plan', (select json_build_object('id', l.public_id, 'programme', l.programme, 'beginsOn', l.begins_on, 'hash', (select v.hash from programme_versions v where v.programme = l.programme and v.version = l.version),
        'next', (select y.unit_id from plan_units y where y.plan_id = l.id and y.replaced_at is null and y.position is not null and y.done_on is null order by y.position limit 1)) from plans l where l.participant_id = p.id and l.state <> 'ended'),
      'goals', (select json_agg(g) from (select g.id, g.title, (select json_agg(json_build_object('level', l.level, 'sentence', l.sentence) order by l.level) from goal_levels l where l.goal_id = g.id) as levels
        from goals g join plans l on l.id = g.plan_id left join goal_closings k on k.goal_id = g.id where g.participant_id = p.id and k.id is null and l.ended_on is null and g.from_on <= (select today_on()) and (g.until_on is null or g.until_on >= (select today_on()))) g),
      'measures', (select json_agg(m) from (select m.kind, m.series, m.goal_id, m.measured_on, m.value, m.missing, c.name as by from measures m left join colleagues c on c.id = m.recorded_by and m.recorded_by_kind = 'colleague'
        where m.participant_id = p.id and m.taken_back_at is null order by m.measured_on desc, m.id desc limit 200) m),
      'consent', (select c.answer from consents c where c.participant_id = p.id and c.purpose = 'programme' order by c.recorded_at desc, c.id desc limit 1),
      'stopped', exists (select from withdrawals w where w.participant_id = p.id and w.purpose = 'programme'),
      'status', (select l.status from legal_statuses l where l.participant_id = p.id order by l.from_on desc limit 1),
      'offence', json_build_array((select o.agreed from offence_agreements o where o.participant_id = p.id order by o.recorded_at desc limit 1), (select o.state from legal_advice o where o.participant_id = p.id order by o.recorded_at desc limit 1)),
      'release', (select r.release_on from releases r where r.participant_id = p.id order by r.recorded_at desc limit 1),
      'referral', (select json_agg(f) from (select referred_on, state, public_id from referrals where participant_id = p.id order by referred_on desc) f),
      'eligibility', json_build_object('needs', (select d.languages from access_needs d where d.participant_id = p.id), 'born', (select q.born_on from identity_particulars q where q.participant_id = p.id),
        'answers', (select json_agg(x) from (select programme, rule_id, answer, asked from eligibility_answers where participant_id = p.id union all select programme, rule_id, answer, asked from assessor_answers where participant_id = p.id) x)),
      'agreements', (select json_agg(g) from (select g.public_id, g.purpose, g.proposed_on, (select count(*) from agreement_signatures s join agreement_parties y on y.id = s.party_id join agreement_versions v on v.id = y.version_id where v.agreement_id = g.id) as signed,
        (select max(r.held_on) from agreement_reviews r where r.agreement_id = g.id) as reviewed from agreements g where g.participant_id = p.id and g.ended_on is null) g),
      'stages', (select json_agg(x) from (select g.stage, g.begins_on, c.name from plan_stages g left join colleagues c on c.id = g.written_by where g.participant_id = p.id order by g.begins_on desc, g.id desc) x),
      'sheets', (select json_agg(x) from (select e.public_id, e.kind, e.made_on from (select public_id, kind, made_on, participant_id from exercises union all select public_id, kind, made_on, participant_id from identity_maps) e where e.participant_id = p.id order by e.made_on desc) x),
      'asked', (select json_agg(x) from (select s.public_id, s.authority, s.asked_on, r.handed_on, f.id is not null as refused, c.id is not null as recalled from disclosure_statements s left join disclosure_receipts r on r.statement_id = s.id
        left join disclosure_refusals f on f.statement_id = s.id left join disclosure_recalls c on c.statement_id = s.id where s.participant_id = p.id order by s.asked_on desc limit 200) x),
      'advice', (select json_agg(x) from (select h.words, h.review_on from functional_advice h where h.participant_id = p.id and h.taken_back_at is null order by h.written_at desc limit 100) x),
      'safetyPlan', (select json_agg(x) from (select h.signs, h.own_steps, h.whom_to_call, h.safe_place, h.review_on from safety_plans h where h.participant_id = p.id and h.taken_back_at is null order by h.written_at desc limit 50) x),
      'crisis', (select max(i.happened_at) from incidents i where i.participant_id = p.id), 'strikes', (select count(*) from session_strikes k where k.participant_id = p.id),
      'sessions', (select coalesce(json_agg(s), '[]') from (
        select x.public_id as id, x.starts_at as "startsAt", x.minutes, x.place, x.state, x.cause, c.name as with, left(t.done, 80) as done
        from sessions x left join colleagues c on c.id = x.author_id left join session_contents t on t.session_id = x.id
        where x.participant_id = p.id order by x.starts_at desc limit 20) s))::text as answer, array[p.id] as people
    from participants p join identity_names n on n.participant_id = p.id left join units u on u.id = p.unit_id where p.id = (select focus_id())`,

  /** The whole plan: aims, goals with their levels, the units chosen, what fits it to the person, whether it fits before release. */
  plan: `select json_build_object('id', p.public_id, 'name', n.name, 'plan', l.public_id, 'programme', l.programme, 'version', l.version, 'state', l.state, 'beginsOn', l.begins_on,
      'hash', (select v.hash from programme_versions v where v.programme = l.programme and v.version = l.version),
      'role', (select a.role from assignments a where a.participant_id = p.id and ${mine} limit 1),
      'aims', (select json_agg(x) from (select m.aim, m.reason, c.name, m.written_at from plan_aims m join colleagues c on c.id = m.written_by where m.plan_id = l.id and m.dropped_at is null order by m.position) x),
      'goals', (select json_agg(g) from (select g.public_id, g.title, g.from_on, g.until_on, c.name, k.how, (select json_agg(json_build_object('level', v.level, 'sentence', v.sentence) order by v.level) from goal_levels v where v.goal_id = g.id) as levels
        from goals g left join colleagues c on c.id = g.written_by left join goal_closings k on k.goal_id = g.id where g.participant_id = p.id and g.plan_id = l.id order by g.from_on desc, g.id) g),
      'units', (select json_agg(x) from (select y.unit_id, y.about_the_offence, y.reason, y.done_on from plan_units y where y.plan_id = l.id and y.replaced_at is null order by y.position, y.id) x),
      'needs', (select json_agg(x) from (select kind, what from plan_adaptations where plan_id = l.id and ended_at is null union all select kind, what from plan_strands where plan_id = l.id and ended_at is null
        union all select needed, why from plan_people where plan_id = l.id and ended_at is null) x),
      'standing', (select json_agg(x) from (select s.state, s.reason, s.seen_on, c.name from plan_states s left join colleagues c on c.id = s.noted_by where s.plan_id = l.id order by s.seen_on desc, s.id desc) x),
      'fits', (select json_agg(x) from (select f.choice, f.reason, f.release_on, c.name from plan_fits f left join colleagues c on c.id = f.chosen_by where f.plan_id = l.id order by f.chosen_at desc) x),
      'stages', (select json_agg(x) from (select g.stage, g.begins_on, c.name from plan_stages g left join colleagues c on c.id = g.written_by where g.plan_id = l.id order by g.begins_on desc, g.id desc) x),
      'drawn', (select d.begins_on from plan_drawn_starts d where d.plan_id = l.id), 'mayDraw', may_draw_beginning(l.id),
      'moves', (select json_agg(x) from (select m.from_version, m.to_version, m.reason, c.name from plan_moves m left join colleagues c on c.id = m.moved_by where m.plan_id = l.id) x),
      'sessions', (select json_build_object('held', count(*) filter (where s.state = 'held'), 'ahead', json_agg(s.starts_at) filter (where s.state = 'planned')) from sessions s where s.plan_id = l.id and (s.state = 'held' or s.state = 'planned' and s.starts_at > (select moment()))),
      'releases', (select json_agg(x) from (select r.release_on, r.reason, r.authority, r.recorded_at from releases r where r.participant_id = p.id order by r.recorded_at desc) x),
      'statuses', (select json_agg(x) from (select s.status, s.from_on, s.until_on from legal_statuses s where s.participant_id = p.id order by s.from_on desc) x),
      'offence', json_build_array((select o.agreed from offence_agreements o where o.participant_id = p.id order by o.recorded_at desc limit 1), (select o.state from legal_advice o where o.participant_id = p.id order by o.recorded_at desc limit 1)),
      'yes', (select max(c.answered_on) from consents c where c.participant_id = p.id and c.purpose = 'programme' and c.answer = 'yes' and c.way <> 'as-imported'))::text as answer, array[p.id] as people
    from participants p join identity_names n on n.participant_id = p.id join plans l on l.participant_id = p.id and l.public_id = $1 where p.id = (select focus_id())`,
} as const

export type Operation = keyof typeof statements
