export const webhooksEvents = {};
