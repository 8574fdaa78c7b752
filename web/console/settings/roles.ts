export const roles = [
  "admin",
  "marketer",
  "seller",
  "sales_manager",
  "agent",
  "planner",
  "technician",
  "biller",
  "cx_lead",
] as const;
export type Role = (typeof roles)[number];
export const scopes = ["own", "team", "all"] as const;
