-- A document with its account, what is still open on it, and where it stands. Open = total - credited - paid; below zero
-- the customer gets money back.
create view invoice_list as
with money as (
  select i.id,
    case when i.kind = 'credit_note' then 0 else i.total_minor - coalesce(credited.minor, 0) - coalesce(paid.minor, 0) end as open_minor,
    coalesce(credited.minor, 0) as credited_minor, coalesce(paid.minor, 0) as paid_minor
  from invoices i
  left join lateral (select sum(n.total_minor)::bigint as minor from invoices n where n.corrects_id = i.id) credited on true
  left join lateral (select sum(a.amount_minor)::bigint as minor from allocations a where a.invoice_id = i.id) paid on true
)
select i.id, i.number, i.kind, i.customer_id, c.name as customer_name, c.number as customer_number, i.contact_id, i.order_id, o.number as order_number, o.opportunity_id,
  i.corrects_id, i.reason, i.currency, i.locale, i.issued_on, i.due_on, i.issued_at, i.net_minor, i.tax_minor, i.total_minor, m.open_minor, m.credited_minor, m.paid_minor,
  f.sent_at, f.sent_to, f.viewed_at, f.disputed_at, f.dispute_reason, f.settled_at, f.overdue_at,
  case
    when i.kind = 'credit_note' then 'credit_note'
    when m.open_minor <= 0 then case when m.paid_minor = 0 and m.credited_minor > 0 then 'credited' else 'paid' end
    when f.disputed_at is not null and f.settled_at is null then 'disputed'
    when f.overdue_at is not null then 'overdue'
    when f.sent_at is not null then 'sent'
    else 'issued'
  end as status
from invoices i
join money m on m.id = i.id
join customers c on c.id = i.customer_id
left join orders o on o.id = i.order_id
left join invoice_follow_ups f on f.invoice_id = i.id;
