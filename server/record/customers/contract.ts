export const customersContract = {};
