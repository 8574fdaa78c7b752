-- Referrals with who made them and how they were thanked.
create view referral_list as
select r.*, c.name as customer_name, nullif(trim(k.first_name || ' ' || k.last_name), '') as contact_name, w.amount_minor as reward_minor, w.currency as reward_currency
from referrals r
left join customers c on c.id = r.customer_id
left join contacts k on k.id = r.contact_id
left join rewards w on w.referral_id = r.id;
