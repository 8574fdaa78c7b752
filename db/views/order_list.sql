-- An order with the name of its account and how far its plan is: lists and the tracker read this.
create view order_list as
select o.id, o.number, o.customer_id, c.name as customer_name, o.contact_id, o.quote_id, o.opportunity_id, o.status, o.currency, o.net_minor, o.total_minor,
  o.delivery_address, o.locale, o.promised_on, o.expected_on, o.placed_at, o.completed_at, o.cancelled_at, o.cancel_reason,
  (o.expected_on is not null and o.promised_on is not null and o.expected_on > o.promised_on and o.status not in ('completed', 'cancelled')) as at_risk
from orders o
join customers c on c.id = o.customer_id;
