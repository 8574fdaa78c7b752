-- module: record/messaging
-- Messages with the name of who they went to.
create view message_list as
select m.id, m.contact_id, coalesce(nullif(trim(k.first_name || ' ' || k.last_name), ''), s.name) as contact_name, m.customer_id, m.staff_id, m.campaign_id, m.decision_id,
  m.purpose, m.template, m.transactional, m.locale, m.to_address, m.subject, m.status, m.error, m.created_at, m.sent_at, m.opened_at, m.clicked_at
from messages m left join contacts k on k.id = m.contact_id left join staff s on s.id = m.staff_id;
