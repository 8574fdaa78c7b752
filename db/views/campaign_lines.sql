-- module: front-office/campaigns
-- The lines a campaign started or joined: those of its messages and of the leads it brought. What was ordered and paid on
-- these lines is what it led to.
create view campaign_lines as
select m.campaign_id, e.correlation_id from messages m join events e on e.id = m.event_id where m.campaign_id is not null
union
select l.campaign_id, e.correlation_id from leads l join events e on e.subject_id = l.id where l.campaign_id is not null;
