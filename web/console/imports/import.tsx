import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { api } from "../../api/client.ts";
import { liveAbout } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { ImportOutcome } from "./import-outcome.tsx";
import { ImportWizard } from "./import-wizard.tsx";
import { importTone } from "./import-words.ts";

const pollMs = 1_500;

/** One file: the way in while it is not taken in yet, then what became of it. */
export default function ImportScreen() {
  const t = useT("imports");
  const { importId } = useParams({ strict: false }) as { importId: string };
  const query = useQuery({
    ...api.imports.show.queryOptions({ input: { importId } }),
    ...liveAbout(importId, "import"),
    refetchInterval: (state) => (state.state.data?.status === "running" ? pollMs : false),
  });
  const name = query.data?.fileName ?? t("common:area.imports");
  return (
    <Page
      title={name}
      crumbs={[{ label: t("common:area.imports"), to: "/imports" }, { label: name }]}
      {...(query.data && {
        actions: (
          <StatusBadge status={query.data.status} tone={importTone[query.data.status]} label={t(`status.${query.data.status}`)} />
        ),
      })}
    >
      <Loaded query={query}>
        {(one) => (one.status === "ready" ? <ImportWizard one={one} /> : <ImportOutcome one={one} />)}
      </Loaded>
    </Page>
  );
}
