export const reportsEvents = {};
