import { IconRoute } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "journey-map",
  nav: { group: "experience", label: "area.journey-map", icon: IconRoute, to: "/journey-map" },
  routes: [{ path: "/journey-map", screen: stubScreen("area.journey-map") }],
});
