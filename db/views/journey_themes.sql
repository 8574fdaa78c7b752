-- Names of the themes people speak of, for the pains of the map.
create view journey_themes as select key, name from feedback_themes;
