-- module: front-office/campaigns
-- Campaigns with their segment, and how far each reached.
create view campaign_list as
select c.id, c.name, c.offer, c.slug, c.status, c.segment_id, s.name as segment_name, c.form_slug, c.mail is not null as has_mail,
  c.starts_at, c.ends_at, c.launched_at, c.pause_reason, c.ended_at, c.created_at, c.cost_minor, c.cost_currency,
  r.messages as sent, r.sent as delivered, r.bounced, r.opened, r.clicked, r.submissions, r.leads, r.opportunities
from campaigns c join campaign_reach r on r.campaign_id = c.id left join segments s on s.id = c.segment_id;
