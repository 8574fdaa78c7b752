export const opportunitiesContract = {};
