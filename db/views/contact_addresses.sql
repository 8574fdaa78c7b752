-- module: record/customers
-- Every identifier with the living contact it leads to.
create view contact_addresses as
select i.id, i.kind, i.value, i.value_norm, i.verified_at, i.invalid_at, i.suppressed_at, k.id as contact_id, k.customer_id, k.first_name, k.last_name, k.locale, k.created_at
from identifiers i join contacts k on k.id = i.contact_id where k.merged_into_id is null;
