-- module: record/consent
-- What people are told about surveys is what the default rules do: three in three months at most.
update consent_purposes set description = '{"en": "One question after an important moment: a signature, an installation. At most three in three months.", "fr": "Une question après un moment important : une signature, une installation. Trois par trimestre au plus."}' where key = 'surveys';
