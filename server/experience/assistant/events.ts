export const assistantEvents = {};
