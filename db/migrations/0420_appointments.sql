-- module: back-office/appointments
-- Visits: who comes when, where they are, and the proof of what was done.

create table appointments (
  id             uuid primary key,
  order_id       uuid not null,
  order_number   text not null,
  task_id        uuid not null,
  customer_id    uuid not null references customers (id),
  contact_id     uuid,
  technician_id  uuid not null references staff (id),
  status         text not null check (status in ('booked', 'dispatched', 'arrived', 'completed', 'confirmed', 'missed', 'cancelled')),
  address        jsonb not null,
  starts_at      timestamptz not null,
  ends_at        timestamptz not null check (ends_at > starts_at),
  eta_at         timestamptz,
  arrived_at     timestamptz,
  completed_at   timestamptz,
  confirmed_at   timestamptz,
  notes          text,
  moved          integer not null default 0,
  created_at     timestamptz not null default now()
);
-- one visit at a time per task
create unique index appointments_one_per_task on appointments (task_id) where status not in ('missed', 'cancelled');
-- no technician is in two places: bookings are on a grid of windows, and booking locks the technician's row
create unique index appointments_one_per_window on appointments (technician_id, starts_at) where status not in ('missed', 'cancelled');
create index appointments_day on appointments (starts_at, technician_id);
create index appointments_customer on appointments (customer_id, starts_at desc);

-- What appointments knows of an order waiting for a visit, learnt from order.placed and order.planned.
create table visit_requests (
  order_id       uuid primary key,
  order_number   text not null,
  task_id        uuid,
  customer_id    uuid not null references customers (id),
  contact_id     uuid,
  address        jsonb not null,
  skills         text[] not null default '{}',
  due_at         timestamptz
);

create table appointment_proofs (
  id             uuid primary key,
  appointment_id uuid not null references appointments (id),
  kind           text not null check (kind in ('photo', 'signature')),
  file_key       text not null,
  sha256         text not null,
  content_type   text not null,
  taken_at       timestamptz not null,
  unique (appointment_id, sha256)
);
