export const journeysEvents = {};
