-- Each target with its owner's name: the journey map reads the figures of the modules below it here.
create view journey_kpis as
select k.key, k.stage, k.name, k.unit, k.better, k.types, k.target, k.window_days, k.min_n, k.owner_id, s.name as owner_name, k.active, k.state, k.state_since, k.value, k.n, k.low, k.high, k.p_value, k.evaluated_at,
  r.value as last_value, r.n as last_n, r.day as last_day
from kpi_targets k
left join staff s on s.id = k.owner_id
left join lateral (select value, n, day from kpi_readings where key = k.key and value is not null order by day desc limit 1) r on true;
