export const portalContract = {};
