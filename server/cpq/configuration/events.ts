export const configurationEvents = {};
