import { IconFilterDown, IconSitemap } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "processes",
  nav: { group: "experience", label: "area.processes", icon: IconSitemap, to: "/processes", permission: "see processes" },
  routes: [{ path: "/processes", screen: () => import("./processes.tsx") }],
  commands: [
    {
      label: "processes:command.funnel",
      icon: IconFilterDown,
      to: "/processes?view=funnel",
      keywords: "funnel entonnoir conversion étapes steps",
      permission: "see processes",
    },
  ],
});
