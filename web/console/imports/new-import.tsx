import { Button, Card, FileInput, Group, Select, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { IconFileTypeCsv } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Page } from "../../ui/page.tsx";
import { useWrite } from "../../ui/use-write.ts";

const largestBytes = 50_000_000;

/** Sends a file. Nothing is taken in yet: its columns are looked at first. */
export default function NewImport() {
  const t = useT("imports");
  const navigate = useNavigate();
  const { key } = useSubmitKey();
  const [kind, setKind] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const kinds = useQuery(api.imports.kinds.queryOptions());
  const prepare = useWrite(
    api.imports.prepare.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: ({ id }) => void navigate({ to: "/imports/$importId", params: { importId: id } as never }),
    }),
  );
  const tooLarge = file !== null && file.size > largestBytes;
  return (
    <Page title={t("new")} crumbs={[{ label: t("common:area.imports"), to: "/imports" }, { label: t("new") }]}>
      <Card withBorder maw={620} padding="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (kind && file && !tooLarge) prepare.mutate({ kind, file });
          }}
        >
          <Stack gap="md">
            <Text size="sm">{t("new.text")}</Text>
            <Select
              label={t("new.kind")}
              required
              data={(kinds.data?.rows ?? []).map((row) => ({ value: row.kind, label: t(`kind.${row.kind}`) }))}
              value={kind}
              onChange={setKind}
            />
            <FileInput
              label={t("new.file")}
              description={t("new.fileNote")}
              placeholder={t("new.choose")}
              required
              clearable
              clearButtonProps={{ "aria-label": t("new.clear") }}
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              leftSection={<IconFileTypeCsv size={16} aria-hidden />}
              value={file}
              onChange={setFile}
              error={tooLarge ? t("new.tooLarge") : undefined}
            />
            <Group justify="flex-end" gap="xs">
              <LinkButton to="/imports" variant="default">
                {t("action.cancel")}
              </LinkButton>
              <Button type="submit" loading={prepare.isPending} disabled={!kind || !file || tooLarge}>
                {t("new.send")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Card>
    </Page>
  );
}
