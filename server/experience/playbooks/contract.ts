export const playbooksContract = {};
