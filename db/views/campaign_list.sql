-- module: front-office/campaigns
-- Campaigns with their segment and the two figures lists show.
create view campaign_list as
select c.id, c.name, c.offer, c.slug, c.status, c.segment_id, s.name as segment_name, c.starts_at, c.launched_at, c.pause_reason, c.ended_at, c.created_at,
  (select count(*) from messages m where m.campaign_id = c.id) as sent, (select count(*) from leads l where l.campaign_id = c.id) as leads
from campaigns c left join segments s on s.id = c.segment_id;
