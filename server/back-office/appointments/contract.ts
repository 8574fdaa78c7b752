export const appointmentsContract = {};
