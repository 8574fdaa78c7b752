-- module: record/staff
-- People as the settings page shows them: with their team, whether they have joined, and whether a second factor is on.
create view staff_list as
select s.id, s.name, s.email, s.phone, s.roles, s.team_id, t.name as team_name, s.scope, s.locale, s.skills, s.active,
  exists (select 1 from auth.account a where a."userId" = s.id::text) as joined,
  coalesce((select u."twoFactorEnabled" from auth."user" u where u.id = s.id::text), false) as two_factor
from staff s left join teams t on t.id = s.team_id;
