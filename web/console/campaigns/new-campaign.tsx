import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { CampaignEditor } from "./campaign-editor.tsx";
import { type Draft, draftOf, emptyDraft } from "./draft.ts";

/** A new campaign, from nothing or from the words of another (`?from=`). */
export default function NewCampaign() {
  const t = useT("campaigns");
  const { from } = useSearch({ strict: false }) as { from?: string };
  const campaignId = from ?? "";
  const model = useQuery({ ...api.campaigns.show.queryOptions({ input: { campaignId } }), enabled: !!from });
  return (
    <Page title={t("new")} crumbs={[{ label: t("common:area.campaigns"), to: "/campaigns" }, { label: t("new") }]}>
      {from ? (
        <Loaded query={model}>
          {(campaign) => (
            <Writing
              start={{ ...draftOf(campaign), name: t("edit.copyOf", { name: campaign.name }), slug: `${campaign.slug}-2` }}
            />
          )}
        </Loaded>
      ) : (
        <Writing start={emptyDraft()} />
      )}
    </Page>
  );
}

function Writing({ start }: { start: Draft }) {
  const t = useT("campaigns");
  const navigate = useNavigate();
  const { key } = useSubmitKey();
  const create = useWrite(
    api.campaigns.create.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.campaigns.key() });
        await navigate({ to: "/campaigns/$campaignId", params: { campaignId: id } as never, ignoreBlocker: true });
      },
    }),
    { done: t("done.created") },
  );
  return (
    <CampaignEditor
      start={start}
      isNew
      launched={false}
      saving={create.isPending}
      onCancel={() => void navigate({ to: "/campaigns" })}
      onSave={(draft) => create.mutate({ ...draft, costMinor: draft.costMinor === null ? null : BigInt(draft.costMinor) })}
    />
  );
}
