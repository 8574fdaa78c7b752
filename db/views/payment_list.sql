-- A payment with its account and what of it is not used yet.
create view payment_list as
select p.id, p.customer_id, c.name as customer_name, p.method, p.amount_minor, p.currency, p.reference, p.payer_name, p.payer_iban, p.received_on, p.received_at,
  coalesce((select sum(a.amount_minor) from allocations a where a.payment_id = p.id), 0)::bigint as allocated_minor,
  coalesce((select sum(r.amount_minor) from refunds r where r.payment_id = p.id), 0)::bigint as refunded_minor
from payments p
left join customers c on c.id = p.customer_id;
