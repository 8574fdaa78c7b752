export const customerValueContract = {};
