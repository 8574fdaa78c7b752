-- module: cpq/signatures
-- Acceptance anyone can verify: which exact bytes were signed, by whom, when, and how we knew it was them. The evidence is
-- a chain: each row carries the hash of the one before, so that none can be changed or taken away unseen.

create table signature_envelopes (
  id              uuid primary key,
  quote_id        uuid not null,
  quote_number    text not null,
  version         integer not null,
  customer_id     uuid not null references customers (id),
  contact_id      uuid not null references contacts (id),
  document_sha256 text not null,
  status          text not null default 'open' check (status in ('open', 'signed')),
  -- keyed hash of the one-time code; six digits would not survive a guess over a plain one
  code_hash       bytea,
  code_expires_at timestamptz,
  code_tries      integer not null default 0,
  codes_sent      integer not null default 0,
  code_sent_at    timestamptz,
  signer_name     text,
  signer_email    text,
  mark_kind       text check (mark_kind in ('typed', 'drawn')),
  mark_key        text,
  mark_sha256     text,
  consent_version text,
  delivery_address jsonb,
  signed_at       timestamptz,
  certificate_key text,
  certificate_sha256 text,
  created_at      timestamptz not null,
  unique (quote_id, version, contact_id)
);
create unique index signature_envelopes_one_signed on signature_envelopes (quote_id) where status = 'signed';
create index signature_envelopes_document on signature_envelopes (document_sha256);

create table signature_evidence (
  envelope_id     uuid not null references signature_envelopes (id),
  position        integer not null,
  kind            text not null check (kind in ('opened', 'code_sent', 'code_refused', 'code_confirmed', 'consent_given', 'marked', 'signed')),
  happened_at     timestamptz not null,
  detail          jsonb not null,
  previous_hash   text not null,
  hash            text not null,
  primary key (envelope_id, position)
);
