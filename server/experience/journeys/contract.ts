export const journeysContract = {};
