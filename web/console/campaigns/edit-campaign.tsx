import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { CampaignEditor } from "./campaign-editor.tsx";
import type { Campaign } from "./campaign-words.ts";
import { draftOf } from "./draft.ts";

/** Changes a campaign: everything before its launch, its page and what it costs until its end. */
export default function EditCampaign() {
  const { campaignId = "" } = useParams({ strict: false }) as { campaignId?: string };
  const query = useQuery(api.campaigns.show.queryOptions({ input: { campaignId } }));
  return <Loaded query={query}>{(campaign) => <Editing campaign={campaign} />}</Loaded>;
}

function Editing({ campaign }: { campaign: Campaign }) {
  const t = useT("campaigns");
  const navigate = useNavigate();
  const back = { to: "/campaigns/$campaignId", params: { campaignId: campaign.id } as never };
  const change = useWrite(
    api.campaigns.change.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.campaigns.key() });
        await navigate({ ...back, ignoreBlocker: true });
      },
    }),
    { done: t("done.saved") },
  );
  const launched = campaign.status !== "draft";
  return (
    <Page
      title={t("edit.title", { name: campaign.name })}
      crumbs={[
        { label: t("common:area.campaigns"), to: "/campaigns" },
        { label: campaign.name, to: "/campaigns/$campaignId", params: { campaignId: campaign.id } },
        { label: t("common:action.edit") },
      ]}
    >
      <CampaignEditor
        start={draftOf(campaign)}
        isNew={false}
        launched={launched}
        saving={change.isPending}
        onCancel={() => void navigate(back)}
        onSave={({ name, offer, formSlug, unsubscribeLimitBp, page, mail, segmentId, costMinor }) =>
          change.mutate({
            campaignId: campaign.id,
            name,
            offer,
            formSlug,
            unsubscribeLimitBp,
            page,
            costMinor: costMinor === null ? null : BigInt(costMinor),
            ...(!launched && { mail, segmentId }),
          })
        }
      />
    </Page>
  );
}
