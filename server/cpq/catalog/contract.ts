export const catalogContract = {};
