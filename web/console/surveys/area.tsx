import { IconClipboardCheck } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "surveys",
  nav: { group: "experience", label: "area.surveys", icon: IconClipboardCheck, to: "/surveys" },
  routes: [{ path: "/surveys", screen: () => import("./surveys.tsx") }],
});
