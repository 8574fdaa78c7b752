-- What a customer is worth and how they are doing, with their name.
create view customer_value_list as
select v.customer_id, c.name as customer_name, v.currency, v.billed_minor, v.margin_minor, v.monthly_minor, v.health, v.health_reasons,
  coalesce(v.churn_percent, -1) as risk, v.churn_percent, v.churn_reasons, v.churned_at, v.expected_minor, v.expected_steps
from customer_values v
join customers c on c.id = v.customer_id;
