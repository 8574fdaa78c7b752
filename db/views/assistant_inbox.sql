-- module: experience/assistant
-- A message of a chat the assistant still looks after, with who wrote it and whether a session proves it.
create view assistant_inbox as
select m.id as message_id, m.conversation_id, m.body, m.verified, m.sent_at, v.locale, v.contact_id, v.customer_id
from conversation_messages m join conversations v on v.id = m.conversation_id
where m.direction = 'inbound' and m.channel = 'chat' and v.handled_by = 'assistant' and v.status <> 'merged';
