/** Columns whose name in the API is another. */
const names: Record<string, string> = {
  owner_id: "ownerId",
  team_id: "teamId",
  parent_id: "parentId",
  vat_number: "vatNumber",
  billing_address: "billingAddress",
  time_zone: "timeZone",
  first_name: "firstName",
  last_name: "lastName",
  job_title: "jobTitle",
  is_primary: "isPrimary",
  customer_id: "customerId",
};

export const fieldName = (column: string): string => names[column] ?? column;
export const columnName = (field: string): string => Object.keys(names).find((column) => names[column] === field) ?? field;
