export const rulesEvents = {};
