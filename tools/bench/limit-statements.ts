/** Everything that awaits a colleague: sessions, consents and legal statuses not yet asked, plans to make and to end, agreements to sign and to review. */
const mine = `a.colleague_id = (select actor_id()) and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment()))`
const person = `p.id as participant_id, p.public_id as id, n.name as about`
const whatIsDue = `
  (select ${person}, s.starts_at::date as on, s.starts_at as at, 'session' as what from sessions s join participants p on p.id = s.participant_id join identity_names n on n.participant_id = p.id
    where s.state = 'planned' and s.author_id = (select actor_id()) order by s.starts_at limit 50)
  union all
  (select ${person}, p.state_since, null, 'ask' from assignments a join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id
    left join lateral (select way, answer from consents where participant_id = p.id and purpose = 'programme' and answer <> 'not-asked' order by recorded_at desc, id desc limit 1) c on true
    where ${mine} and a.role in ('coordinator', 'facilitator') and p.state in ('waiting', 'active') and (c.way is null or c.way = 'as-imported' and c.answer = 'yes') limit 50)
  union all
  (select ${person}, p.state_since, null, 'status' from assignments a join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id
    where ${mine} and a.role = 'case_manager' and p.state <> 'ended' and not exists (select from legal_statuses l where l.participant_id = p.id) limit 50)
  union all
  (select ${person}, c.answered_on, null, case when l.id is null then 'plan' else 'end' end from assignments a join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id
    join lateral (select answer, answered_on, recorded_at from consents where participant_id = p.id and purpose = 'programme' order by recorded_at desc, id desc limit 1) c on true
    left join lateral (select withdrawn_at from withdrawals where participant_id = p.id and purpose = 'programme' and withdrawn_at >= c.recorded_at order by withdrawn_at desc limit 1) w on true
    left join plans l on l.participant_id = p.id and l.state <> 'ended'
    where ${mine} and a.role in ('coordinator', 'facilitator')
      and (l.id is not null and w.withdrawn_at is not null or l.id is null and w.withdrawn_at is null and c.answer = 'yes' and p.state = 'waiting' and a.role = 'coordinator') limit 50)
  union all
  (select ${person}, (v.on + make_interval(months => g.review_months))::date, null, case when v.signed then 'review' else 'sign' end
    from assignments a join participants p on p.id = a.participant_id join identity_names n on n.participant_id = p.id join agreements g on g.participant_id = p.id and g.ended_on is null
    join lateral (select w.id, coalesce((select max(r.held_on) from agreement_reviews r where r.agreement_id = g.id), (select max(s.answered_on) from agreement_signatures s join agreement_parties y on y.id = s.party_id where y.version_id = w.id), w.proposed_on) as on,
        not exists (select from agreement_parties y left join agreement_signatures s on s.party_id = y.id where y.version_id = w.id and s.party_id is null) as signed
      from agreement_versions w where w.agreement_id = g.id order by w.number desc limit 1) v on true
    where ${mine} and (a.role = 'coordinator' or exists (select from agreement_parties y where y.version_id = v.id and y.colleague_id = (select actor_id())))
      and (not v.signed or v.on + make_interval(months => g.review_months) <= (select today_on()) + 14))`

/**
 * The bare limit's one statement for each operation. Each runs in the actor's own role under the same policies; it gives the answer as
 * text, made by the database, and the ids of those it shows, for the line of the log. $1, $2 … are said beside each.
 */
export const statements = {
  /** One person with the last twenty sessions. The person is the focus. */
  open: `select json_build_object('id', p.public_id, 'name', n.name, 'unit', u.name, 'state', p.state, 'meetsAt', n.meets_at, 'sessions', (
      select coalesce(json_agg(s), '[]') from (
        select x.public_id as id, x.starts_at as "startsAt", x.minutes, x.place, x.state, x.cause, c.name as with, t.done, t.own_words as "ownWords", t.next_step as "nextStep"
        from sessions x left join colleagues c on c.id = x.author_id left join session_contents t on t.session_id = x.id
        where x.participant_id = p.id order by x.starts_at desc limit 20) s))::text as answer, array[p.id] as people
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
  due: `select coalesce(json_agg(x order by x.on, x.at), '[]')::text as answer, coalesce(array_agg(x.participant_id), '{}') as people from (${whatIsDue}) x`,

  /** $1 to $6: three ids and three public ids; $7: when it began, $8: what was done, $9: the note. A facilitator's session. */
  record: `with who as (select p.id, (select l.id from plans l where l.participant_id = p.id and l.state <> 'ended') as plan_id from participants p
        where p.id = (select focus_id()) and p.state = 'active' and 'facilitator' = (select a.role from assignments a where a.colleague_id = (select actor_id()) and a.participant_id = p.id and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment())))
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

  /** Everything that the person's page tells, in one piece. */
  page: `select json_build_object('id', p.public_id, 'name', n.name, 'unit', u.name, 'state', p.state, 'meetsAt', n.meets_at,
      'team', (select json_agg(t) from (select c.name, a.role from assignments a join colleagues c on c.id = a.colleague_id where a.participant_id = p.id and a.from_at <= (select moment()) and (a.until_at is null or a.until_at > (select moment())) order by a.from_at, c.name) t),
      'readers', (select json_agg(r) from (select distinct name, role, scope from readers_of('identity_name') order by name) r),
      'counts', (select json_agg(k) from (select state, cause, count(*) as times from sessions where participant_id = p.id group by state, cause) k),
      'plan', (select json_build_object('id', l.public_id, 'programme', l.programme, 'beginsOn', l.begins_on) from plans l where l.participant_id = p.id and l.state <> 'ended'),
      'consent', (select c.answer from consents c where c.participant_id = p.id and c.purpose = 'programme' order by c.recorded_at desc, c.id desc limit 1),
      'stopped', exists (select from withdrawals w where w.participant_id = p.id and w.purpose = 'programme'),
      'status', (select l.status from legal_statuses l where l.participant_id = p.id order by l.from_on desc limit 1),
      'release', (select r.release_on from releases r where r.participant_id = p.id order by r.recorded_at desc limit 1),
      'referral', (select json_agg(f) from (select referred_on, state, public_id from referrals where participant_id = p.id order by referred_on desc) f),
      'agreements', (select json_agg(g) from (select g.public_id, g.purpose, g.proposed_on, (select count(*) from agreement_signatures s join agreement_parties y on y.id = s.party_id join agreement_versions v on v.id = y.version_id where v.agreement_id = g.id) as signed from agreements g where g.participant_id = p.id and g.ended_on is null) g),
      'sessions', (select coalesce(json_agg(s), '[]') from (
        select x.public_id as id, x.starts_at as "startsAt", x.minutes, x.place, x.state, x.cause, c.name as with, left(t.done, 80) as done
        from sessions x left join colleagues c on c.id = x.author_id left join session_contents t on t.session_id = x.id
        where x.participant_id = p.id order by x.starts_at desc limit 20) s))::text as answer, array[p.id] as people
    from participants p join identity_names n on n.participant_id = p.id left join units u on u.id = p.unit_id where p.id = (select focus_id())`,
} as const

export type Operation = keyof typeof statements
