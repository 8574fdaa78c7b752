import { IconForms, IconPlus, IconSpeakerphone } from "@tabler/icons-react";
import { client } from "../../api/client.ts";
import { defineArea } from "../area.ts";

export default defineArea({
  id: "campaigns",
  nav: { group: "front-office", label: "area.campaigns", icon: IconSpeakerphone, to: "/campaigns", permission: "read campaigns" },
  routes: [
    { path: "/campaigns", screen: () => import("./campaign-list.tsx") },
    { path: "/campaigns/new", screen: () => import("./new-campaign.tsx") },
    { path: "/campaigns/forms", screen: () => import("./form-list.tsx") },
    { path: "/campaigns/forms/new", screen: () => import("./new-form.tsx") },
    { path: "/campaigns/forms/$formId", screen: () => import("./form.tsx") },
    { path: "/campaigns/nurture", screen: () => import("./nurture.tsx") },
    { path: "/campaigns/$campaignId", screen: () => import("./campaign.tsx") },
    { path: "/campaigns/$campaignId/edit", screen: () => import("./edit-campaign.tsx") },
  ],
  commands: [
    {
      label: "campaigns:command.new",
      icon: IconPlus,
      to: "/campaigns/new",
      keywords: "campagne campaign landing emailing",
      permission: "run campaigns",
    },
    {
      label: "campaigns:command.newForm",
      icon: IconForms,
      to: "/campaigns/forms/new",
      keywords: "formulaire form",
      permission: "change forms",
    },
  ],
  find: async (text, signal) =>
    (await client.campaigns.list({ search: text, limit: 5 }, { signal })).rows.map((campaign) => ({
      id: campaign.id,
      title: campaign.name,
      note: campaign.offer,
      to: "/campaigns/$campaignId",
      params: { campaignId: campaign.id },
    })),
});
