-- module: front-office/campaigns
-- Where the person behind each lead of a campaign came from: the first time their browser was seen, and the last marked
-- visit before they left their details. Somebody who came without a mark came directly, or from the site that sent them.
create view campaign_touches as
select l.campaign_id, l.id as lead_id, l.opportunity_id, line.correlation_id,
  coalesce(v.first_utm ->> 'utm_source', substring(v.first_referrer from '^https?://(?:www\.)?([^/:]+)'), l.utm ->> 'utm_source', 'direct') as first_source,
  coalesce(v.first_utm ->> 'utm_medium', case when v.first_utm ->> 'utm_source' is null and v.first_referrer is not null then 'referral' end) as first_medium,
  coalesce(last.source, l.utm ->> 'utm_source', 'direct') as last_source,
  case when last.source is not null then last.medium else l.utm ->> 'utm_medium' end as last_medium
from leads l
cross join lateral (select e.correlation_id from events e where e.subject_id = l.id order by e.position limit 1) line
left join lateral (
  select f.visitor_id, f.submitted_at from form_submissions f
  where f.campaign_id = l.campaign_id and f.contact_id = l.contact_id order by f.submitted_at limit 1
) f on true
left join visitors v on v.id = f.visitor_id
left join lateral (
  select e.data -> 'utm' ->> 'utm_source' as source, e.data -> 'utm' ->> 'utm_medium' as medium from events e
  where e.subject_id = f.visitor_id and e.type = 'page.viewed' and e.data -> 'utm' ->> 'utm_source' is not null and e.occurred_at <= f.submitted_at
  order by e.position desc limit 1
) last on true
where l.campaign_id is not null;
