-- module: record/messaging
-- Decisions with the name of the person they are about.
create view message_decision_list as
select d.id, d.contact_id, nullif(trim(k.first_name || ' ' || k.last_name), '') as contact_name, d.customer_id, d.campaign_id, d.purpose, d.template, d.transactional,
  d.outcome, d.reason, d.basis, d.facts, d.decided_at
from message_decisions d left join contacts k on k.id = d.contact_id;
