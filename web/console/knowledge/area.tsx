import { IconBook2 } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "knowledge",
  nav: { group: "front-office", label: "area.knowledge", icon: IconBook2, to: "/knowledge" },
  routes: [{ path: "/knowledge", screen: stubScreen("area.knowledge") }],
});
