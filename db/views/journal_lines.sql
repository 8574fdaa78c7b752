-- Every posting with its entry, account and customer: the journal, exports and balances read this.
create view journal_lines as
select p.id, p.entry_id, p.position, e.number, e.journal, e.entry_date, e.source_event_id, e.purpose, e.customer_id, c.number as customer_number, c.name as customer_name,
  e.piece, e.piece_date, e.label, e.currency, e.posted_at, p.account, a.name_en as account_en, a.name_fr as account_fr, p.amount_minor, p.invoice_line_id
from postings p
join journal_entries e on e.id = p.entry_id
join ledger_accounts a on a.code = p.account
left join customers c on c.id = e.customer_id;
