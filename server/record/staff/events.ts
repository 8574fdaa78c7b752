export const staffEvents = {};
