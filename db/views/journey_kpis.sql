-- Each target with its owner's name: the journey map reads the figures of the modules below it here.
create view journey_kpis as
select k.key, k.stage, k.name, k.unit, k.better, k.types, k.target, k.window_days, k.min_n, k.owner_id, s.name as owner_name, k.active, k.state, k.state_since, k.value, k.n, k.low, k.high, k.p_value, k.evaluated_at
from kpi_targets k
left join staff s on s.id = k.owner_id;
