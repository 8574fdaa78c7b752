-- module: record/consent
-- Each purpose with the wording in force.
create view consent_purpose_list as
select p.key, p.name, p.description, p.channel, p.basis, p.double_opt_in, p.active, p.position, t.version as text_version, t.text
from consent_purposes p
left join lateral (select version, text from consent_texts where purpose = p.key order by published_at desc, version desc limit 1) t on true;
