export const segmentsContract = {};
