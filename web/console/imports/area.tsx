import { IconTableImport } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "imports",
  nav: { group: "settings", label: "area.imports", icon: IconTableImport, to: "/imports" },
  routes: [{ path: "/imports", screen: stubScreen("area.imports") }],
});
