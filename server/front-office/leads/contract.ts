export const leadsContract = {};
