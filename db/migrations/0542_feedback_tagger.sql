-- module: experience/feedback
-- What people's corrections taught about themes: one row, used beside the words of the taxonomy.

create table feedback_taggers (
  learnt   boolean primary key default true check (learnt),
  weights  bytea not null,
  texts    integer not null,
  made_at  timestamptz not null
);
