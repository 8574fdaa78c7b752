-- module: record/webhooks
-- Endpoints in use, with how their deliveries stand.
create view webhook_list as
select e.id, e.name, e.url, e.types, e.status, e.status_reason, e.failing_since, e.created_at, d.delivered, d.waiting, d.failed, d.last_delivered_at
from webhook_endpoints e
left join lateral (
  select count(*) filter (where status = 'delivered') as delivered, count(*) filter (where status = 'pending') as waiting, count(*) filter (where status = 'failed') as failed, max(delivered_at) as last_delivered_at
  from webhook_deliveries where endpoint_id = e.id) d on true
where e.removed_at is null;
