import { IconMoodSmile } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "feedback",
  nav: { group: "experience", label: "area.feedback", icon: IconMoodSmile, to: "/feedback" },
  routes: [{ path: "/feedback", screen: () => import("./feedback-list.tsx") }],
});
