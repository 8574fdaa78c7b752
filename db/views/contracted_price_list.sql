-- What each customer agreed, with the offering and the customer by name: the pricing engine and the prices screen read this.
create view contracted_price_list as
select p.id, p.customer_id, c.name as customer_name, p.offering_id, o.sku, o.name as offering_name, p.currency, p.price, p.percent_off, p.valid_from, p.valid_until, p.note, p.created_at
from contracted_prices p
join offerings o on o.id = p.offering_id
join customers c on c.id = p.customer_id;
