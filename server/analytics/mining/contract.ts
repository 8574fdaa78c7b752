export const miningContract = {};
