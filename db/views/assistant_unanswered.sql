-- module: experience/assistant
-- Questions the assistant found no answer to, or whose answer did not help: what an article should be written about.
create view assistant_unanswered as
select t.message_id, t.conversation_id, v.number as conversation_number, m.body as question, v.locale, t.score, t.at,
  case when t.refuted_at is null then 'nothing' else 'refuted' end as why
from assistant_turns t
join conversation_messages m on m.id = t.message_id
join conversations v on v.id = t.conversation_id
where (t.outcome = 'handed_over' and t.intent = 'how_to') or t.refuted_at is not null;
