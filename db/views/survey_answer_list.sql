-- Answers with the survey and the names of who answered.
create view survey_answer_list as
select a.*, s.key as survey_key, s.kind, i.about, c.name as customer_name, nullif(trim(k.first_name || ' ' || k.last_name), '') as contact_name
from survey_answers a
join surveys s on s.id = a.survey_id
join survey_invitations i on i.id = a.invitation_id
left join customers c on c.id = a.customer_id
left join contacts k on k.id = a.contact_id;
