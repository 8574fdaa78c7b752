import { Badge, Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconPencil } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useBlocker, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DecisionDrawing } from "./decision-drawing.tsx";
import { DmnButtons } from "./dmn-buttons.tsx";
import { Findings } from "./findings.tsx";
import { RulesGrid } from "./rules-grid.tsx";
import { TryPanel } from "./try-panel.tsx";
import type { Draft, ShownTable, Trial } from "./types.ts";
import { VersionsPanel } from "./versions-panel.tsx";
import "./rules.css";

/** One decision: what it needs and who asks it, its rules with what is odd about them, and a place to try it. */
export default function DecisionTableScreen() {
  const { key = "" } = useParams({ strict: false }) as { key?: string };
  const table = useQuery({ ...api.rules.show.queryOptions({ input: { key } }), ...live("decision_table") });
  return (
    <Loaded query={table}>
      {(shown) => <Shown key={key} table={shown} onSaved={async () => void (await table.refetch())} />}
    </Loaded>
  );
}

function Shown({ table, onSaved }: { table: ShownTable; onSaved: () => Promise<void> }) {
  const t = useT("rules");
  const { locale } = useFormat();
  const mayChange = useCan()("change decision tables");
  // the version a draft was begun from: someone else's save meanwhile is told, not overwritten
  const [draft, setDraft] = useState<(Draft & { from: number }) | null>(null);
  const [trial, setTrial] = useState<Trial | null>(null);
  const [steady] = useDebouncedValue(draft, 350);
  const check = useQuery({
    ...api.rules.check.queryOptions({
      input: { key: table.key, hitPolicy: (steady ?? table).hitPolicy, rules: (steady ?? table).rules },
    }),
    enabled: draft !== null && steady !== null,
    placeholderData: keepPreviousData,
  });
  const dirty =
    draft !== null && JSON.stringify([draft.hitPolicy, draft.rules]) !== JSON.stringify([table.hitPolicy, table.rules]);
  useBlocker({ shouldBlockFn: () => dirty && !window.confirm(t("leave")), enableBeforeUnload: () => dirty });
  const save = useWrite(
    {
      ...api.rules.change.mutationOptions(),
      onSuccess: async () => {
        await onSaved();
        setDraft(null);
        setTrial(null);
      },
    },
    { done: ({ version }) => t("saved", { version }) },
  );
  const begin = (from: Draft): void => {
    setDraft({ hitPolicy: from.hitPolicy, rules: from.rules, from: table.version });
    setTrial(null);
  };
  const change = (next: Draft): void => {
    setDraft((was) => was && { ...was, ...next });
    setTrial(null);
  };
  const faults = draft ? (check.data?.faults ?? []) : [];
  const settled = draft === steady && !check.isFetching;
  const shown: Draft = draft ?? table;
  const analysis = draft ? (check.data?.analysis ?? null) : table.analysis;
  return (
    <Page
      title={table.name[locale]}
      subtitle={table.usedBy?.[locale] ?? t("usedByNothing")}
      crumbs={[{ label: t("common:area.rules"), to: "/rules" }, { label: table.name[locale] }]}
      badges={
        <Badge variant="light" color={draft ? "yellow" : "indigo"}>
          {draft ? t("draftOf", { version: draft.from }) : t("version", { version: table.version })}
        </Badge>
      }
      actions={
        draft ? (
          <>
            <Button variant="default" onClick={() => setDraft(null)}>
              {t("common:action.cancel")}
            </Button>
            <Button
              disabled={!dirty || !settled || faults.length > 0}
              loading={save.isPending}
              onClick={() => save.mutate({ key: table.key, version: draft.from, hitPolicy: draft.hitPolicy, rules: draft.rules })}
            >
              {t("save", { version: draft.from + 1 })}
            </Button>
          </>
        ) : (
          <>
            <DmnButtons table={table} onRead={mayChange ? begin : undefined} />
            {mayChange && (
              <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => begin(table)}>
                {t("edit")}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="tl-rules">
        <DecisionDrawing table={table} hitPolicy={shown.hitPolicy} />
        <RulesGrid
          table={table}
          shown={shown}
          faults={faults}
          analysis={analysis}
          trial={trial}
          onChange={draft ? change : undefined}
        />
        <div className="tl-rules-below">
          <Panel title={t("findings.title")}>
            <Findings table={table} hitPolicy={shown.hitPolicy} rules={shown.rules} faults={faults} analysis={analysis} />
          </Panel>
          <Panel title={t("try.title")}>
            <TryPanel table={table} draft={draft} blocked={faults.length > 0} trial={trial} onTrial={setTrial} />
          </Panel>
          <Panel title={t("versions.title")}>
            <VersionsPanel table={table} onTakeUp={mayChange && !draft ? begin : undefined} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}
