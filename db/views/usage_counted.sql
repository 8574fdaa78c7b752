-- Usage records that count: not voided, and not replaced by a correction.
create view usage_counted as
select r.* from usage_records r
where not r.voided and not exists (select 1 from usage_records c where c.source = r.source and c.replaces = r.source_id);
