-- module: cpq/rules
-- What a table may answer is declared, so that a misspelt approver is refused when written and not found out by a quote that
-- nobody can approve; what asks a table is said beside it; and how long a quote holds becomes a second table.

alter table decision_tables
  add column id uuid not null default gen_random_uuid() unique,
  -- [{"name": "approver", "label": {"en": "...", "fr": "..."}, "type": "text" | "number", "values": [{"value": "admin", "label": {...}}] or null}]
  add column outputs jsonb not null default '[]',
  -- {"en": "...", "fr": "..."}: what asks this table, and when
  add column used_by jsonb;

update decision_tables set
  outputs = '[{"name": "approver", "label": {"en": "Approver", "fr": "Valideur"}, "type": "text", "values": [
    {"value": "sales_manager", "label": {"en": "Sales management", "fr": "Direction commerciale"}},
    {"value": "admin", "label": {"en": "Administrator", "fr": "Administration"}},
    {"value": "biller", "label": {"en": "Billing", "fr": "Facturation"}},
    {"value": "planner", "label": {"en": "Planning", "fr": "Planification"}},
    {"value": "cx_lead", "label": {"en": "Customer experience", "fr": "Expérience client"}}]}]',
  used_by = '{"en": "Quotes: asked about every line when a quote is submitted for approval", "fr": "Devis : interrogée pour chaque ligne quand un devis est soumis à validation"}'
where key = 'quote_approval';

insert into decision_tables (key, name, hit_policy, inputs, outputs, used_by, rules) values
('quote_validity',
 '{"en": "How long a quote holds", "fr": "Durée de validité d’un devis"}',
 'first',
 '[{"name": "discountPercent", "label": {"en": "Highest discount given (%)", "fr": "Plus forte remise accordée (%)"}, "type": "number"},
   {"name": "total", "label": {"en": "Total incl. VAT", "fr": "Total TTC"}, "type": "number"}]',
 '[{"name": "days", "label": {"en": "Days", "fr": "Jours"}, "type": "number", "values": null}]',
 '{"en": "Quotes: asked when a quote is sent without a date chosen by hand", "fr": "Devis : interrogée à l’envoi d’un devis dont la date n’est pas choisie à la main"}',
 '[{"id": "deep_discount", "when": {"discountPercent": "> 25"}, "outcome": {"days": "15"}, "reason": {"en": "a discount above 25% is kept for a short time", "fr": "une remise supérieure à 25 % ne tient que peu de temps"}},
   {"id": "large_order", "when": {"total": ">= 50000"}, "outcome": {"days": "60"}, "reason": {"en": "large orders take longer to decide", "fr": "les grosses commandes se décident plus lentement"}},
   {"id": "usual", "when": {}, "outcome": {"days": "30"}, "reason": {"en": "the usual time", "fr": "la durée habituelle"}}]');
insert into decision_table_versions (key, version, content, changed_at, changed_by)
select key, version, jsonb_build_object('hitPolicy', hit_policy, 'inputs', inputs, 'rules', rules), now(), 'default' from decision_tables where key = 'quote_validity';
