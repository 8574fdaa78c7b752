import { IconPlus, IconTableImport } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "imports",
  nav: { group: "settings", label: "area.imports", icon: IconTableImport, to: "/imports", permission: "import files" },
  routes: [
    { path: "/imports", screen: () => import("./import-list.tsx") },
    { path: "/imports/new", screen: () => import("./new-import.tsx") },
    { path: "/imports/$importId", screen: () => import("./import.tsx") },
  ],
  commands: [
    {
      label: "imports:command.new",
      icon: IconPlus,
      to: "/imports/new",
      keywords: "csv fichier file hubspot salesforce",
      permission: "import files",
    },
  ],
});
