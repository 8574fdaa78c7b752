export const knowledgeContract = {};
