import { IconPackages } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "catalog",
  nav: { group: "cpq", label: "area.catalog", icon: IconPackages, to: "/catalog" },
  routes: [{ path: "/catalog", screen: stubScreen("area.catalog") }],
});
