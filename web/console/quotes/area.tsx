import { IconFileDescription } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "quotes",
  nav: { group: "cpq", label: "area.quotes", icon: IconFileDescription, to: "/quotes" },
  routes: [{ path: "/quotes", screen: stubScreen("area.quotes") }],
});
