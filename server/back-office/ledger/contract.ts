export const ledgerContract = {};
