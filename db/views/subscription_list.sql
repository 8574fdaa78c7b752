-- A subscription with its account and what one period costs now: lists of the console and the portal read this.
create view subscription_list as
select s.id, s.number, s.customer_id, c.name as customer_name, s.order_id, s.order_item_id, s.name, s.sku, s.status, s.currency, s.every_months, s.term_months,
  s.starts_on, s.term_ends_on, s.renews, s.ends_on, s.end_reason, s.created_at,
  coalesce(v.quantity, '0') as quantity, coalesce(v.period_net_minor, 0) as period_net_minor,
  coalesce(v.period_net_minor, 0) / s.every_months as monthly_minor
from subscriptions s
join customers c on c.id = s.customer_id
join subscription_items i on i.subscription_id = s.id and i.kind = 'recurring'
left join lateral (
  select quantity, period_net_minor from subscription_item_versions w where w.item_id = i.id and w.valid_to is null limit 1
) v on true;
