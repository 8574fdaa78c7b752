export const recommendationsEvents = {};
