-- module: record/consent
-- What each person agreed to: purposes with versioned texts, an append-only ledger whose rows are chained by hash so that
-- none can be changed or taken out unseen, and the state that follows from it.

create table consent_purposes (
  key            text primary key,
  name           jsonb not null,
  description    jsonb not null,
  channel        text not null check (channel in ('email', 'sms', 'any')),
  -- consent: only after a yes; legitimate_interest: until a no
  basis          text not null check (basis in ('consent', 'legitimate_interest')),
  double_opt_in  boolean not null default false,
  active         boolean not null default true,
  position       int not null
);

create table consent_texts (
  purpose        text not null references consent_purposes (key),
  version        text not null,
  text           jsonb not null,
  published_at   timestamptz not null,
  published_by   text not null,
  primary key (purpose, version)
);
create trigger consent_texts_append_only before update or delete on consent_texts for each row execute function refuse_change();

create table consent_events (
  id             uuid primary key,
  number         bigint not null unique,
  contact_id     uuid not null,
  purpose        text not null,
  text_version   text not null,
  action         text not null check (action in ('requested', 'given', 'withdrawn')),
  at             timestamptz not null,
  proof          jsonb not null,
  prev_hash      bytea not null,
  hash           bytea not null
);
create index consent_events_contact on consent_events (contact_id, number);
create trigger consent_events_append_only before update or delete on consent_events for each row execute function refuse_change();

-- The newest link of the chain; locked by whoever adds one, so that the chain never forks and a missing end shows.
create table consent_chain (
  single         boolean primary key default true check (single),
  length         bigint not null,
  hash           bytea not null
);
insert into consent_chain (length, hash) values (0, decode(repeat('00', 32), 'hex'));

create table consent_states (
  contact_id     uuid not null,
  purpose        text not null references consent_purposes (key),
  state          text not null check (state in ('pending', 'given', 'withdrawn')),
  text_version   text not null,
  changed_at     timestamptz not null,
  event_id       uuid not null references consent_events (id),
  primary key (contact_id, purpose)
);
create index consent_states_purpose on consent_states (purpose, state);

insert into consent_purposes (key, name, description, channel, basis, double_opt_in, position) values
  ('marketing_email', '{"en": "Offers and news by e-mail", "fr": "Offres et nouveautés par e-mail"}',
    '{"en": "A few e-mails a month about offers that may suit you.", "fr": "Quelques e-mails par mois sur les offres qui peuvent vous convenir."}', 'email', 'consent', true, 1),
  ('marketing_sms', '{"en": "Offers by text message", "fr": "Offres par SMS"}',
    '{"en": "Short messages about limited offers, at most twice a month.", "fr": "De courts messages sur des offres limitées, deux fois par mois au plus."}', 'sms', 'consent', false, 2),
  ('profiling', '{"en": "Content chosen for you", "fr": "Contenus choisis pour vous"}',
    '{"en": "We look at which of our pages and messages you open, to show you what is useful to you.", "fr": "Nous regardons quelles pages et quels messages vous ouvrez, pour vous montrer ce qui vous est utile."}', 'any', 'consent', false, 3),
  ('surveys', '{"en": "Short questions about our service", "fr": "Questions courtes sur notre service"}',
    '{"en": "One question after an important moment: a signature, an installation. Never more than one a month.", "fr": "Une question après un moment important : une signature, une installation. Jamais plus d’une par mois."}', 'email', 'legitimate_interest', false, 4);

insert into consent_texts (purpose, version, text, published_at, published_by) values
  ('marketing_email', '1', '{"en": "I agree to receive offers and news by e-mail. I can unsubscribe at any time with one click.", "fr": "J’accepte de recevoir des offres et des nouveautés par e-mail. Je peux me désabonner à tout moment en un clic."}', '2026-01-01T00:00:00Z', 'system'),
  ('marketing_sms', '1', '{"en": "I agree to receive offers by text message. I can say stop at any time.", "fr": "J’accepte de recevoir des offres par SMS. Je peux dire stop à tout moment."}', '2026-01-01T00:00:00Z', 'system'),
  ('profiling', '1', '{"en": "I agree that my visits and the messages I open are used to choose content for me. I can change my mind at any time.", "fr": "J’accepte que mes visites et les messages que j’ouvre servent à choisir des contenus pour moi. Je peux changer d’avis à tout moment."}', '2026-01-01T00:00:00Z', 'system'),
  ('surveys', '1', '{"en": "We may ask you a short question about our service. You can say no at any time.", "fr": "Nous pouvons vous poser une courte question sur notre service. Vous pouvez refuser à tout moment."}', '2026-01-01T00:00:00Z', 'system');
