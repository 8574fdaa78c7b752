export const ordersContract = {};
