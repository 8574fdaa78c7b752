export const recommendationsContract = {};
