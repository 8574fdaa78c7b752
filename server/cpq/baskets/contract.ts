export const basketsContract = {};
