-- module: front-office/conversations
-- A conversation with the names around it, its newest words and its nearest clock: the inbox reads this.
create view conversation_list as
select v.id, v.number, v.subject, v.kind, v.priority, v.status, v.reason, v.channel, v.locale, v.customer_id, c.name as customer_name, v.contact_id,
  coalesce(nullif(trim(k.first_name || ' ' || k.last_name), ''), k.email, v.visitor_name) as contact_name, k.email as contact_email,
  v.visitor_id, v.handled_by, v.team_id, t.name as team_name, v.assignee_id, s.name as assignee_name, v.snoozed_until, v.opened_at, v.first_replied_at,
  v.waiting_since, v.seen_at, v.resolved_at, v.last_message_at, v.inbound_count, v.reply_count, v.automatic_count, v.note_count, v.reopen_count, v.handover_count,
  v.merged_into_id, v.search, v.rating, v.rating_comment, v.rated_at, m.body as last_body, m.direction as last_direction, clock.kind as clock_kind, clock.due_at as clock_due_at,
  exists (select 1 from conversation_clocks b where b.conversation_id = v.id and b.breached_at is not null) as breached
from conversations v
left join customers c on c.id = v.customer_id
left join contacts k on k.id = v.contact_id
left join teams t on t.id = v.team_id
left join staff s on s.id = v.assignee_id
left join lateral (select m.body, m.direction from conversation_messages m where m.conversation_id = v.id and m.direction <> 'note' order by m.sent_at desc, m.id desc limit 1) m on true
left join lateral (select k.kind, k.due_at from conversation_clocks k where k.conversation_id = v.id and k.state = 'running' order by k.due_at limit 1) clock on true;
