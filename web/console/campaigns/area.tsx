import { IconSpeakerphone } from "@tabler/icons-react";
import { defineArea } from "../area.ts";
import { stubScreen } from "../stub-screen.tsx";

export default defineArea({
  id: "campaigns",
  nav: { group: "front-office", label: "area.campaigns", icon: IconSpeakerphone, to: "/campaigns" },
  routes: [{ path: "/campaigns", screen: stubScreen("area.campaigns") }],
});
