import { IconSettings, IconTargetArrow, IconUserCog } from "@tabler/icons-react";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "settings",
  nav: { group: "settings", label: "area.settings", icon: IconSettings, to: "/settings" },
  routes: [
    { path: "/settings", screen: () => import("./organisation.tsx") },
    { path: "/settings/people", screen: () => import("./people.tsx") },
    { path: "/settings/permissions", screen: () => import("./permissions.tsx") },
    { path: "/settings/api-keys", screen: () => import("./api-keys.tsx") },
    { path: "/settings/audit", screen: () => import("./audit.tsx") },
    { path: "/settings/calendars", screen: () => import("./calendars.tsx") },
    { path: "/settings/journey", screen: () => import("./journey.tsx") },
    { path: "/settings/themes", screen: () => import("./feedback-themes.tsx") },
    { path: "/settings/deal-stages", screen: () => import("./deal-stages.tsx") },
    { path: "/settings/leads", screen: () => import("./leads.tsx") },
    { path: "/settings/consent", screen: () => import("./consent-purposes.tsx") },
    { path: "/settings/messages", screen: () => import("./message-policy.tsx") },
    { path: "/settings/account", screen: () => import("./account.tsx") },
  ],
  commands: [
    {
      label: "settings:command.leads",
      icon: IconTargetArrow,
      to: "/settings/leads",
      keywords: "prospect lead score routage délai routing",
      permission: "read leads",
    },
    {
      label: "settings:command.account",
      icon: IconUserCog,
      to: "/settings/account",
      keywords: "mot de passe password 2fa langue language",
    },
    {
      label: "settings:command.people",
      icon: IconUserCog,
      to: "/settings/people",
      keywords: "inviter invite rôle role équipe team",
      permission: "see colleagues",
    },
  ],
});
