import { Alert, Button, Group, Table, Text } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { tellError } from "../../ui/toast.tsx";
import { ImportCounts } from "./import-counts.tsx";
import type { DryRun, Import, ImportChoices } from "./import-words.ts";
import { withReplacement } from "./replacements.ts";
import { Warnings } from "./warnings.tsx";

/** What would happen, row by row, before anything is kept; slips of the pen are mended here and the dry run repeated. */
export function DryRunResult(props: {
  one: Import;
  outcome: DryRun;
  choices: ImportChoices;
  onChange: (choices: ImportChoices) => void;
  onRepeat: () => Promise<void>;
}) {
  const t = useT("imports");
  const { locale } = useFormat();
  const [busy, setBusy] = useState(false);
  const { one, outcome } = props;
  const mended = props.choices.options.replacements ?? {};
  const open = outcome.warnings.filter(({ field, value }) => mended[field]?.[value] === undefined);
  const repeat = () => {
    setBusy(true);
    props
      .onRepeat()
      .catch(tellError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Text size="sm" mb="sm">
        {t("dryRun.text")}
      </Text>
      <ImportCounts counts={outcome} />
      <Warnings
        one={one}
        warnings={open}
        onMend={(field, from, to) => props.onChange(withReplacement(props.choices, field, from, to))}
      />
      {open.length < outcome.warnings.length && (
        <Alert color="indigo" mb="md">
          <Group justify="space-between">
            <Text size="sm">{t("dryRun.changed")}</Text>
            <Button size="xs" loading={busy} leftSection={<IconRefresh size={14} aria-hidden />} onClick={repeat}>
              {t("dryRun.repeat")}
            </Button>
          </Group>
        </Alert>
      )}
      {outcome.problems.length > 0 && (
        <Table.ScrollContainer minWidth={480} mah={420}>
          <Table striped stickyHeader aria-label={t("dryRun.problems")}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("problem.line")}</Table.Th>
                <Table.Th>{t("col.status")}</Table.Th>
                <Table.Th>{t("mapping.field")}</Table.Th>
                <Table.Th>{t("problem.note")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {outcome.problems.map((problem) => (
                <Table.Tr key={problem.line}>
                  <Table.Td>{problem.line}</Table.Td>
                  <Table.Td>
                    <StatusBadge
                      status={problem.status}
                      tone={problem.status === "error" ? "bad" : "waiting"}
                      label={t(`outcome.${problem.status}`)}
                    />
                  </Table.Td>
                  <Table.Td>{one.fields.find((field) => field.name === problem.field)?.label[locale] ?? "–"}</Table.Td>
                  <Table.Td>{problem.note}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}
