export const pricingContract = {};
