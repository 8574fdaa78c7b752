import { Alert, Button, Card, Group, Loader, Text } from "@mantine/core";
import { IconArrowBackUp, IconDownload, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import { api, client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { UndoConfirm } from "./undo-confirm.tsx";
import { tellError } from "../../ui/toast.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { ImportCounts } from "./import-counts.tsx";
import type { Import } from "./import-words.ts";
import { Warnings } from "./warnings.tsx";

/** A file on its way in, or taken in: counts, the result of every row as a file, and the way back. */
export function ImportOutcome({ one }: { one: Import }) {
  const t = useT("imports");
  const format = useFormat();
  const [asks, setAsks] = useState(false);
  const undo = useWrite(api.imports.undo.mutationOptions(), { done: ({ removed }) => t("undone", { count: removed }) });
  const again = useWrite(api.imports.run.mutationOptions());
  if (one.status === "running")
    return (
      <Card withBorder padding="lg" role="status">
        <Group>
          <Loader size="sm" />
          <Text>{t("running")}</Text>
        </Group>
      </Card>
    );
  const canUndo = one.status === "completed" || one.status === "failed";
  return (
    <>
      {one.status === "failed" && (
        <Alert color="red" mb="md" title={t("status.failed")}>
          {t("failed.text", { problem: one.problem ?? "" })}
        </Alert>
      )}
      {one.status === "undone" && (
        <Alert color="gray" mb="md">
          {t("undone.text")}
        </Alert>
      )}
      <ImportCounts counts={one} />
      <Warnings one={one} warnings={one.warnings} />
      <Group gap="xs">
        {one.status === "completed" && (
          <Button leftSection={<IconDownload size={16} aria-hidden />} onClick={() => void download(one).catch(tellError)}>
            {t("download")}
          </Button>
        )}
        {one.status === "failed" && (
          <Button
            loading={again.isPending}
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            onClick={() => again.mutate({ importId: one.id })}
          >
            {t("again")}
          </Button>
        )}
        {canUndo && (
          <Button variant="default" leftSection={<IconArrowBackUp size={16} aria-hidden />} onClick={() => setAsks(true)}>
            {t("undo")}
          </Button>
        )}
      </Group>
      {one.finishedAt && (
        <Text size="xs" c="dimmed" mt="sm">
          {t("finished", { at: format.dateTime(one.finishedAt) })}
        </Text>
      )}
      <UndoConfirm
        opened={asks}
        created={one.created + one.marked}
        busy={undo.isPending}
        onClose={() => setAsks(false)}
        onConfirm={() => undo.mutate({ importId: one.id }, { onSettled: () => setAsks(false) })}
      />
    </>
  );
}

async function download(one: Import): Promise<void> {
  const file = await client.imports.result({ importId: one.id });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = one.fileName.replace(/(\.\w+)?$/, "-result.csv");
  link.click();
  URL.revokeObjectURL(link.href);
}
