export const listeningContract = {};
