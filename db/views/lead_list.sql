-- A lead with the name of its owner: lists and record page read this.
create view lead_list as
select l.id, l.contact_id, l.status, l.source, l.campaign_id, l.referral_id, l.utm, l.name, l.email, l.phone, l.company, l.fit, l.engagement, l.score, l.grade, l.reasons,
  l.owner_id, s.name as owner_name, l.team_id, l.last_touch_at, l.handed_over_at, l.respond_by, l.responded_at, l.breached_at, l.closed_at, l.close_reason,
  l.customer_id, l.opportunity_id, l.won_at, l.external_id, l.created_at, l.search,
  exists (select 1 from contact_claims c where c.contact_id = l.contact_id and c.applied_at is null and c.phone = l.phone) as phone_claimed
from leads l
left join staff s on s.id = l.owner_id;
