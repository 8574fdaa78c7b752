-- module: experience/assistant
-- Answers of the assistant that stand as the last word of a chat nobody took over.
create view assistant_settled as
select t.message_id, t.conversation_id, t.at
from assistant_turns t
join conversations v on v.id = t.conversation_id
where t.outcome = 'answered' and t.confirmed_at is null and t.assumed_at is null and t.refuted_at is null
  and v.handled_by = 'assistant' and v.status = 'waiting'
  and not exists (select 1 from assistant_turns later where later.conversation_id = t.conversation_id and (later.at, later.message_id) > (t.at, t.message_id));
