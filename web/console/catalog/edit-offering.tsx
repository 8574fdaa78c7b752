import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { CardSkeletons } from "../../ui/skeletons.tsx";
import { useWrite } from "../../ui/use-write.ts";
import type { OfferingDetail } from "./offering.tsx";
import { draftOffering, offeringFields } from "./offering-draft.ts";
import { OfferingForm } from "./offering-form.tsx";

/** Changes what an offering says: at once for a draft, from the next publication for one on sale. */
export default function EditOffering() {
  const { offeringId = "" } = useParams({ strict: false });
  const query = useQuery(api.catalog.show.queryOptions({ input: { offeringId } }));
  return (
    <Loaded query={query} skeleton={<CardSkeletons cards={3} />}>
      {(offering) => <Edit key={offering.id} offering={offering} />}
    </Loaded>
  );
}

function Edit({ offering }: { offering: OfferingDetail }) {
  const t = useT("catalog");
  const { locale } = useFormat();
  const navigate = useNavigate();
  const { key } = useSubmitKey();
  const offeringId = offering.id;
  const page = { to: "/catalog/offerings/$offeringId", params: { offeringId } };
  const change = useWrite(
    api.catalog.change.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.catalog.key() });
        await navigate(page as never);
      },
    }),
    { done: t(offering.status === "published" ? "done.changedOnSale" : "common:state.saved") },
  );
  return (
    <Page
      title={t("edit.title", { name: offering.name[locale] })}
      crumbs={[
        { label: t("common:area.catalog"), to: "/catalog" },
        { label: offering.sku, ...page },
        { label: t("action.edit") },
      ]}
      {...(offering.status === "published" && { subtitle: t("edit.onSale", { n: offering.version }) })}
    >
      <OfferingForm
        draft={draftOffering(offering, locale)}
        isNew={false}
        wasSold={offering.version > 0}
        submit={t("common:action.save")}
        back={page}
        busy={change.isPending}
        onSave={(draft) => change.mutateAsync({ offeringId, ...offeringFields(draft) })}
      />
    </Page>
  );
}
