export const loyaltyContract = {};
