-- Price books with how many prices each holds.
create view price_book_list as
select b.id, b.name, b.currency, b.segment, b.region, b.valid_from, b.valid_until, b.priority, count(p.id) as prices
from price_books b
left join prices p on p.price_book_id = b.id
group by b.id;
