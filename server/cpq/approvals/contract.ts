export const approvalsContract = {};
