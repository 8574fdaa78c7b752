export const interactionsContract = {};
