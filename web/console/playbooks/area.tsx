import { IconChecklist } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "playbooks",
  nav: { group: "experience", label: "area.playbooks", icon: IconChecklist, to: "/playbooks" },
  routes: [{ path: "/playbooks", screen: () => import("./playbooks.tsx") }],
});
