-- module: front-office/campaigns
-- People who withdrew the consent a campaign relies on within a week of its message.
create view campaign_unsubscribes as
select m.campaign_id, m.contact_id, min(e.occurred_at) as at
from messages m
join campaigns c on c.id = m.campaign_id
join events e on e.contact_id = m.contact_id and e.type = 'consent.withdrawn' and e.data ->> 'purpose' = c.purpose
  and e.occurred_at between m.created_at and m.created_at + interval '7 days'
group by m.campaign_id, m.contact_id;
