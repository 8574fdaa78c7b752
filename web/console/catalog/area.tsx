import { IconCalculator, IconPackages, IconPlus } from "@tabler/icons-react";
import { client } from "../../api/client.ts";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "catalog",
  nav: { group: "cpq", label: "area.catalog", icon: IconPackages, to: "/catalog", permission: "read the catalogue" },
  routes: [
    { path: "/catalog", screen: () => import("./offering-list.tsx") },
    { path: "/catalog/price-books", screen: () => import("./price-books.tsx") },
    { path: "/catalog/price-books/$priceBookId", screen: () => import("./price-book.tsx") },
    { path: "/catalog/agreed-prices", screen: () => import("./agreed-prices.tsx") },
    { path: "/catalog/price-rules", screen: () => import("./price-rules.tsx") },
    { path: "/catalog/try-a-price", screen: () => import("./try-a-price.tsx") },
    { path: "/catalog/tax-rules", screen: () => import("./tax-rules.tsx") },
    { path: "/catalog/guides", screen: () => import("./guides.tsx") },
    { path: "/catalog/offerings/new", screen: () => import("./new-offering.tsx") },
    { path: "/catalog/offerings/$offeringId", screen: () => import("./offering.tsx") },
    { path: "/catalog/offerings/$offeringId/edit", screen: () => import("./edit-offering.tsx") },
  ],
  commands: [
    {
      label: "catalog:command.tryPrice",
      icon: IconCalculator,
      to: "/catalog/try-a-price",
      keywords: "prix price simuler tarif remise discount waterfall",
      permission: "preview prices",
    },
    {
      label: "catalog:command.newOffering",
      icon: IconPlus,
      to: "/catalog/offerings/new",
      keywords: "offre produit service abonnement offering product",
      permission: "change the catalogue",
    },
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
