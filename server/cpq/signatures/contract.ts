export const signaturesContract = {};
