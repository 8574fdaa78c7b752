-- module: front-office/campaigns
-- What a campaign costs, so that what it brings can be set against it; the views of a page are looked up by its path.
alter table campaigns add column cost_minor bigint check (cost_minor >= 0);
alter table campaigns add column cost_currency text not null default 'EUR';
create index events_page_path on events ((data ->> 'path'), occurred_at desc) where type = 'page.viewed';
