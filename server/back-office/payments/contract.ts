export const paymentsContract = {};
