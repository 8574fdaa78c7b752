import { IconRefresh } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "subscriptions",
  nav: { group: "back-office", label: "area.subscriptions", icon: IconRefresh, to: "/subscriptions" },
  routes: [{ path: "/subscriptions", screen: stubScreen("area.subscriptions") }],
});
