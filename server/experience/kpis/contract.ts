export const kpisContract = {};
