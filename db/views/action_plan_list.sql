-- Actions with whom they concern and who sees to them: the list and the journey map read this.
create view action_plan_list as
select a.*, c.name as customer_name, s.name as owner_name, r.key as rule_key, r.name as rule_name
from action_plans a
left join customers c on c.id = a.customer_id
left join staff s on s.id = a.owner_id
left join action_rules r on r.id = a.rule_id;
