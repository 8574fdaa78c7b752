-- module: cpq/rules
-- What a rule leads to is called its outcome everywhere; the first tables were written with another word.

update decision_tables set rules = (
  select jsonb_agg(case when rule ? 'then' then (rule - 'then') || jsonb_build_object('outcome', rule -> 'then') else rule end order by position)
  from jsonb_array_elements(rules) with ordinality as each (rule, position)
) where jsonb_array_length(rules) > 0;
update decision_table_versions v set content = jsonb_set(content, '{rules}', (
  select jsonb_agg(case when rule ? 'then' then (rule - 'then') || jsonb_build_object('outcome', rule -> 'then') else rule end order by position)
  from jsonb_array_elements(content -> 'rules') with ordinality as each (rule, position)
)) where jsonb_array_length(content -> 'rules') > 0;
