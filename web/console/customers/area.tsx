import { IconPlus, IconUser, IconUsers } from "@tabler/icons-react";
import { client } from "../../api/client.ts";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "customers",
  nav: { group: "front-office", label: "area.customers", icon: IconUsers, to: "/customers", permission: "read customers" },
  routes: [
    { path: "/customers", screen: () => import("./customer-list.tsx") },
    { path: "/customers/new", screen: () => import("./new-customer.tsx") },
    { path: "/customers/$customerId", screen: () => import("./customer.tsx") },
    { path: "/contacts", screen: () => import("./contact-list.tsx") },
    { path: "/contacts/$contactId", screen: () => import("./contact.tsx") },
    { path: "/events", screen: () => import("./event-list.tsx") },
  ],
  commands: [
    {
      label: "customers:command.new",
      icon: IconPlus,
      to: "/customers/new",
      keywords: "client compte account customer",
      permission: "create customers",
    },
    {
      label: "customers:command.contacts",
      icon: IconUser,
      to: "/contacts",
      keywords: "contact personne people",
      permission: "read customers",
    },
  ],
  find: async (text, signal) => {
    const [accounts, people] = await Promise.all([
      client.customers.list({ search: text, limit: 4 }, { signal }),
      client.customers.listContacts({ search: text, limit: 3 }, { signal }),
    ]);
    return [
      ...accounts.rows.map((account) => ({
        id: account.id,
        title: account.name,
        note: account.number,
        to: "/customers/$customerId",
        params: { customerId: account.id },
      })),
      ...people.rows.map((person) => ({
        id: person.id,
        title: `${person.firstName} ${person.lastName}`.trim() || (person.email ?? ""),
        ...(person.customerName && { note: person.customerName }),
        to: "/contacts/$contactId",
        params: { contactId: person.id },
      })),
    ];
  },
});
