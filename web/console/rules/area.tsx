import { IconTable } from "@tabler/icons-react";
import { client } from "../../api/client.ts";
import { currentLocale } from "../../i18n/start.ts";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "rules",
  nav: { group: "cpq", label: "area.rules", icon: IconTable, to: "/rules", permission: "read decision tables" },
  routes: [
    { path: "/rules", screen: () => import("./table-list.tsx") },
    { path: "/rules/$key", screen: () => import("./decision-table.tsx") },
  ],
  find: async (text, signal) => {
    const { rows } = await client.rules.list(undefined, { signal });
    const asked = text.toLowerCase();
    return rows
      .filter(({ key, name }) => `${key} ${name.en} ${name.fr}`.toLowerCase().includes(asked))
      .slice(0, 5)
      .map(({ key, name }) => ({ id: key, title: name[currentLocale()], note: key, to: "/rules/$key", params: { key } }));
  },
});
