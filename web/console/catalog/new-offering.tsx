import { useNavigate } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { Page } from "../../ui/page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { newOffering, offeringFields } from "./offering-draft.ts";
import { OfferingForm } from "./offering-form.tsx";

/** Drafts an offering: it is priced next, then put on sale. */
export default function NewOffering() {
  const t = useT("catalog");
  const navigate = useNavigate();
  const { key } = useSubmitKey();
  const create = useWrite(
    api.catalog.create.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.catalog.key() });
        await navigate({ to: "/catalog/offerings/$offeringId", params: { offeringId: id } } as never);
      },
    }),
    { done: t("done.drafted") },
  );
  return (
    <Page
      title={t("new.title")}
      subtitle={t("new.text")}
      crumbs={[{ label: t("common:area.catalog"), to: "/catalog" }, { label: t("new.title") }]}
    >
      <OfferingForm
        draft={newOffering}
        isNew
        submit={t("new.submit")}
        back={{ to: "/catalog" }}
        busy={create.isPending}
        onSave={(draft) => create.mutateAsync({ sku: draft.sku, kind: draft.kind, ...offeringFields(draft) })}
      />
    </Page>
  );
}
