-- Every price of every offering with its book: the catalogue page and the pricing engine's price lists read this.
create view offering_prices as
select p.id, p.offering_id, o.sku, p.price_book_id, b.name as price_book, b.currency, b.segment, b.region, b.priority,
  b.valid_from as book_from, b.valid_until as book_until, p.price, p.valid_from, p.valid_until, o.kind, o.every_months
from prices p
join price_books b on b.id = p.price_book_id
join offerings o on o.id = p.offering_id;
