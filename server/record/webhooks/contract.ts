export const webhooksContract = {};
