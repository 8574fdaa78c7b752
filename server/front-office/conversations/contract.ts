export const conversationsContract = {};
