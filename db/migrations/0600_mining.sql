-- module: analytics/mining
-- How a journey is meant to be lived: which stages may be left out, which may come again, and within how many hours one is reached.

create table journey_intentions (
  journey_id     uuid not null,
  stage          text not null,
  optional       boolean not null,
  repeatable     boolean not null,
  max_wait_hours integer check (max_wait_hours > 0),
  primary key (journey_id, stage)
);
