-- module: cpq/rules
-- Decisions as tables of data that people change without a programmer: who must approve, who is eligible.

create table decision_tables (
  key          text primary key,
  name         jsonb not null,
  hit_policy   text not null check (hit_policy in ('first', 'collect')),
  -- [{"name": "discountPercent", "label": {"en": "...", "fr": "..."}, "type": "number" | "text"}]
  inputs       jsonb not null,
  -- [{"id": "...", "when": {"discountPercent": "> 10"}, "then": {"approver": "sales_manager"}, "reason": {"en": "...", "fr": "..."}}]
  rules        jsonb not null,
  version      integer not null default 1,
  updated_at   timestamptz not null default now(),
  updated_by   text
);

-- Every version there was: a decision taken then can be explained by the table of then.
create table decision_table_versions (
  key          text not null references decision_tables (key),
  version      integer not null,
  content      jsonb not null,
  changed_at   timestamptz not null,
  changed_by   text not null,
  primary key (key, version)
);

insert into decision_tables (key, name, hit_policy, inputs, rules) values
('quote_approval',
 '{"en": "Who must approve a quote", "fr": "Qui doit valider un devis"}',
 'collect',
 '[{"name": "discountPercent", "label": {"en": "Discount given by the seller (%)", "fr": "Remise accordée par le vendeur (%)"}, "type": "number"},
   {"name": "marginPercent", "label": {"en": "Margin (%)", "fr": "Marge (%)"}, "type": "number"}]',
 '[{"id": "discount_10", "when": {"discountPercent": "> 10"}, "then": {"approver": "sales_manager"}, "reason": {"en": "a discount above 10%", "fr": "une remise supérieure à 10 %"}},
   {"id": "margin_30", "when": {"marginPercent": "< 30"}, "then": {"approver": "sales_manager"}, "reason": {"en": "a margin below 30%", "fr": "une marge inférieure à 30 %"}},
   {"id": "discount_25", "when": {"discountPercent": "> 25"}, "then": {"approver": "admin"}, "reason": {"en": "a discount above 25%", "fr": "une remise supérieure à 25 %"}}]');
insert into decision_table_versions (key, version, content, changed_at, changed_by)
select key, version, jsonb_build_object('hitPolicy', hit_policy, 'inputs', inputs, 'rules', rules), now(), 'default' from decision_tables;
