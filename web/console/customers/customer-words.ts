import type { client } from "../../api/client.ts";

export type CustomerRow = Awaited<ReturnType<typeof client.customers.list>>["rows"][number];
export type CustomerRecord = Awaited<ReturnType<typeof client.customers.show>>;
export type ContactRow = CustomerRecord["contacts"][number];

export const kinds = ["company", "person"] as const;
export const contactRoles = ["decision_maker", "buyer", "project_manager", "it", "finance", "user"] as const;
export const stages = ["discover", "enquire", "choose", "receive", "use", "pay", "stay", "recommend"] as const;

export const contactName = (person: Pick<ContactRow, "firstName" | "lastName" | "email">): string =>
  `${person.firstName} ${person.lastName}`.trim() || person.email || "–";
