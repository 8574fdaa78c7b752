import { Card } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, client } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Wizard } from "../../ui/wizard.tsx";
import { DryRunResult } from "./dry-run-result.tsx";
import { ImportOptions } from "./import-options.tsx";
import type { Import, ImportChoices } from "./import-words.ts";
import { MappingTable } from "./mapping-table.tsx";

/** From a file to records: which column is which, how values are written, what would happen, and only then for real. */
export function ImportWizard({ one }: { one: Import }) {
  const t = useT("imports");
  const queries = useQueryClient();
  const [choices, setChoices] = useState<ImportChoices>({ mapping: one.mapping, options: one.options });
  const dryRun = useMutation(api.imports.tryOut.mutationOptions());
  const save = () => client.imports.map({ importId: one.id, ...choices });
  const tryOut = async () => {
    await save();
    await dryRun.mutateAsync({ importId: one.id });
  };
  const missing = one.fields.filter((field) => field.required && !choices.mapping[field.name]);
  const run = async () => {
    await client.imports.run({ importId: one.id });
    await queries.invalidateQueries({ queryKey: api.imports.key() });
  };
  return (
    <Card withBorder padding="lg">
      <Wizard
        finishLabel={t("run")}
        onFinish={run}
        steps={[
          {
            label: t("step.columns"),
            ready: missing.length === 0,
            content: <MappingTable one={one} choices={choices} onChange={setChoices} />,
            onNext: save,
          },
          {
            label: t("step.values"),
            content: <ImportOptions one={one} choices={choices} onChange={setChoices} />,
            onNext: tryOut,
            nextLabel: t("tryOut"),
          },
          {
            label: t("step.dryRun"),
            ready: dryRun.data !== undefined && dryRun.data.rows > dryRun.data.errors,
            content: dryRun.data && (
              <DryRunResult one={one} outcome={dryRun.data} choices={choices} onChange={setChoices} onRepeat={tryOut} />
            ),
            onNext: save,
          },
        ]}
      />
    </Card>
  );
}
