export const organisationEvents = {};
