-- A deal with the names of its account, owner and stage: lists, board and record page read this.
create view opportunity_list as
select o.id, o.name, o.customer_id, c.name as customer_name, o.contact_id, o.stage, s.name as stage_name, s.kind as stage_kind, s.position as stage_position, s.probability,
  o.value_minor, o.currency, o.owner_id, coalesce(p.name, o.owner_name) as owner_name, o.team_id, o.lead_id, o.product, o.expected_on, o.engaged_on,
  o.closed_at, o.lost_reason, o.mark, o.external_id, o.created_at, o.updated_at, o.search
from opportunities o
join opportunity_stages s on s.key = o.stage
left join customers c on c.id = o.customer_id
left join staff p on p.id = o.owner_id;
