-- A referral with the name of the one who made it.
create view referral_list as
select r.id, r.name, r.email, r.company, r.status, r.made_at, r.converted_at, r.customer_id, r.new_customer_id, r.contact_id,
  trim(c.first_name || ' ' || c.last_name) as referrer
from referrals r
join contacts c on c.id = r.contact_id;
