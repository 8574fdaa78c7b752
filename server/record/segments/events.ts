export const segmentsEvents = {};
