-- module: front-office/conversations
-- What customers thought of a conversation, said in the chat itself; and finding a conversation by what was said in it.

alter table conversations
  add column rating smallint check (rating between 1 and 5),
  add column rating_comment text,
  add column rated_at timestamptz,
  add check ((rating is null) = (rated_at is null));
create index conversation_messages_search on conversation_messages using gin (search_vector(body));
