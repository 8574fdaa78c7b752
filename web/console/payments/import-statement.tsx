import { Alert, Button, FileInput, Group, List, Modal, Stack, Text } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { client } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { explain } from "../../ui/error-state.tsx";

/** Takes a bank statement file (camt.053) and says what became of each movement. The same file twice changes nothing. */
export function ImportStatement({ onClose }: { onClose: () => void }) {
  const t = useT("payments");
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const take = useMutation({
    mutationFn: async (statement: File) => client.payments.importStatement({ xml: await statement.text() }),
    onSuccess: () => queries.invalidateQueries(),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (file) take.mutate(file);
  };
  const problem = take.error ? explain(take.error, t) : undefined;
  const counted = take.data;
  return (
    <Modal opened onClose={onClose} title={t("import.title")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {problem && (
            <Alert role="alert" color="red">
              {problem.text || problem.title}
            </Alert>
          )}
          {counted ? (
            <Alert
              role="status"
              color={counted.unmatched > 0 ? "yellow" : "teal"}
              title={t("import.done", { count: counted.entries })}
            >
              <List size="sm">
                <List.Item>{t("import.matched", { count: counted.matched })}</List.Item>
                <List.Item>{t("import.unmatched", { count: counted.unmatched })}</List.Item>
                <List.Item>{t("import.known", { count: counted.known })}</List.Item>
                <List.Item>{t("import.outgoing", { count: counted.outgoing })}</List.Item>
              </List>
            </Alert>
          ) : (
            <>
              <FileInput
                data-autofocus
                label={t("import.file")}
                description={t("import.help")}
                placeholder={t("import.choose")}
                accept=".xml,application/xml,text/xml"
                value={file}
                onChange={setFile}
                required
              />
              <Text size="xs" c="dimmed">
                {t("import.explain")}
              </Text>
            </>
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("action.close")}
            </Button>
            {!counted && (
              <Button type="submit" loading={take.isPending} disabled={!file}>
                {t("action.import")}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
