export const provisioningContract = {};
