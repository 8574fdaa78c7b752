-- Value, health and risk by account.
create view customer_value_list as
select v.*, c.name, c.segment, c.owner_id, c.team_id, s.name as owner_name
from customer_values v
join customers c on c.id = v.customer_id and c.merged_into_id is null
left join staff s on s.id = c.owner_id;
