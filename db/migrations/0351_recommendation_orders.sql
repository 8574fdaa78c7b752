-- module: cpq/recommendations
-- How many orders were counted at all: without it the lift of a pair cannot be told.

create table recommendation_orders (
  counted      boolean primary key default true check (counted),
  orders       integer not null default 0
);
insert into recommendation_orders (orders) select coalesce(max(orders), 0) from offering_counts;
