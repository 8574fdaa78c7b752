export const consentContract = {};
