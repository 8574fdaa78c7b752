export const miningEvents = {};
