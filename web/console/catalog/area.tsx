import { IconPackages } from "@tabler/icons-react";
import { client } from "../../api/client.ts";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "catalog",
  nav: { group: "cpq", label: "area.catalog", icon: IconPackages, to: "/catalog", permission: "read the catalogue" },
  routes: [
    { path: "/catalog", screen: () => import("./offering-list.tsx") },
    { path: "/catalog/price-books", screen: () => import("./price-books.tsx") },
    { path: "/catalog/tax-rules", screen: () => import("./tax-rules.tsx") },
    { path: "/catalog/guides", screen: () => import("./guides.tsx") },
    { path: "/catalog/offerings/$offeringId", screen: () => import("./offering.tsx") },
  ],
  find: async (text, signal) =>
    (await client.catalog.list({ search: text, limit: 5 }, { signal })).rows.map((offering) => ({
      id: offering.id,
      title: offering.name.fr,
      note: offering.sku,
      to: "/catalog/offerings/$offeringId",
      params: { offeringId: offering.id },
    })),
});
