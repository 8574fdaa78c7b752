export const feedbackContract = {};
