import { IconUsers } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "customers",
  nav: { group: "front-office", label: "area.customers", icon: IconUsers, to: "/customers" },
  routes: [{ path: "/customers", screen: stubScreen("area.customers") }],
});
