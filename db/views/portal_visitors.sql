-- module: record/portal
-- Who is behind a portal session: the contact of the link, or the one it was merged into, and that contact's account.
create view portal_visitors as
select s.id, s.token_hash, s.expires_at, s.full_until, coalesce(m.id, c.id) as contact_id, coalesce(m.customer_id, c.customer_id) as customer_id
from portal_sessions s join contacts c on c.id = s.contact_id left join contacts m on m.id = c.merged_into_id;
