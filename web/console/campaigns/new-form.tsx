import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { Page } from "../../ui/page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { FormEditor } from "./form-editor.tsx";
import { emptyForm } from "./form-words.ts";

/** A new form, beginning with the few questions most forms ask. */
export default function NewForm() {
  const t = useT("campaigns");
  const navigate = useNavigate();
  const { key } = useSubmitKey();
  const [start] = useState(emptyForm);
  const create = useWrite(
    api.forms.create.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries({ queryKey: api.forms.key() });
        await navigate({ to: "/campaigns/forms/$formId", params: { formId: id } as never });
      },
    }),
    { done: t("done.formCreated") },
  );
  return (
    <Page
      title={t("form.new")}
      crumbs={[
        { label: t("common:area.campaigns"), to: "/campaigns" },
        { label: t("tab.forms"), to: "/campaigns/forms" },
        { label: t("form.new") },
      ]}
    >
      <FormEditor
        start={start}
        isNew
        saving={create.isPending}
        onCancel={() => void navigate({ to: "/campaigns/forms" })}
        onSave={(draft) => create.mutate(draft)}
      />
    </Page>
  );
}
