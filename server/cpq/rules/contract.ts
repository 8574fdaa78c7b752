export const rulesContract = {};
