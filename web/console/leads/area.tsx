import { IconTargetArrow } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "leads",
  nav: { group: "front-office", label: "area.leads", icon: IconTargetArrow, to: "/leads" },
  routes: [{ path: "/leads", screen: stubScreen("area.leads") }],
});
