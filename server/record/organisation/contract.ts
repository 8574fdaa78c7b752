export const organisationContract = {};
