-- module: front-office/campaigns
-- What a campaign brought is looked up by campaign.
create index form_submissions_campaign on form_submissions (campaign_id) where campaign_id is not null;
create index leads_campaign on leads (campaign_id) where campaign_id is not null;
