export const fulfillmentContract = {};
