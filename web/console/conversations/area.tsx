import { IconMessages } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "conversations",
  nav: { group: "front-office", label: "area.conversations", icon: IconMessages, to: "/conversations" },
  routes: [{ path: "/conversations", screen: stubScreen("area.conversations") }],
});
