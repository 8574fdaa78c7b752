export const usageContract = {};
