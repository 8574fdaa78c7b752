-- module: experience/feedback
-- What people's corrections taught: weights of tone of the organisation's own, one row, instead of those that come with Throughline.

create table feedback_weights (
  learnt   boolean primary key default true check (learnt),
  weights  bytea not null,
  -- how many corrected texts they were learnt from: the same number means nothing new
  texts    integer not null,
  made_at  timestamptz not null
);
