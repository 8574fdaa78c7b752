-- module: front-office/forms
-- Forms that may be shown on a page.
create view public_forms as select id, slug, name, fields, purposes, thanks from forms where active;
