-- module: front-office/campaigns
-- How far each campaign reached, from the messages, forms and leads that name it.
create view campaign_reach as
select c.id as campaign_id,
  (select count(*) from messages m where m.campaign_id = c.id) as messages,
  (select count(*) from messages m where m.campaign_id = c.id and m.status = 'sent') as sent,
  (select count(*) from messages m where m.campaign_id = c.id and m.status = 'bounced') as bounced,
  (select count(*) from messages m where m.campaign_id = c.id and m.opened_at is not null) as opened,
  (select count(*) from messages m where m.campaign_id = c.id and m.clicked_at is not null) as clicked,
  (select count(*) from form_submissions f where f.campaign_id = c.id) as submissions,
  (select count(*) from leads l where l.campaign_id = c.id) as leads,
  (select count(*) from leads l where l.campaign_id = c.id and l.opportunity_id is not null) as opportunities
from campaigns c;
