export const pricingEvents = {};
