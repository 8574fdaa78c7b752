export const subscriptionsContract = {};
