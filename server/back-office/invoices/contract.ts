export const invoicesContract = {};
