-- module: experience/journeys
-- A pain point that was noted by hand may be taken away for good; it stays readable, with what took it away.

alter table journey_pain_points
  add column noted_at timestamptz not null default now(),
  add column closed_at timestamptz,
  add column closed_by_words text;
alter table journey_improvements add column closed_at timestamptz;
create index journey_improvements_stage on journey_improvements (journey_id, stage, status);
