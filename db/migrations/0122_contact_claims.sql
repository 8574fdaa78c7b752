-- module: record/customers
-- What somebody typed beside the address of a contact we already know. Anyone can type anyone's address: it waits here,
-- and changes the contact only once the mailbox has spoken for it.
create table contact_claims (
  id          uuid primary key,
  contact_id  uuid not null references contacts (id),
  first_name  text not null default '',
  last_name   text not null default '',
  phone       text,
  visitor_id  uuid,
  claimed_at  timestamptz not null,
  applied_at  timestamptz
);
create index contact_claims_contact on contact_claims (contact_id, claimed_at desc);
create unique index contact_claims_same on contact_claims (contact_id, first_name, last_name, phone, visitor_id) nulls not distinct where applied_at is null;
