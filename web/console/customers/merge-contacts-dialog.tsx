import { Button, Group, Modal, Paper, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { type ContactRow, contactName } from "./customer-words.ts";
import { MergeContactsPreview } from "./merge-contacts-preview.tsx";

/** Two records of one person become one: choose the other, see what is kept, confirm. It can be undone. */
export function MergeContactsDialog({ contact, onClose }: { contact: ContactRow; onClose: () => void }) {
  const t = useT("customers");
  const [text, setText] = useState(contact.lastName);
  const [search] = useDebouncedValue(text, 250);
  const [other, setOther] = useState<ContactRow>();
  const found = useQuery({
    ...api.customers.listContacts.queryOptions({ input: { search, limit: 9 } }),
    enabled: search.trim().length > 1,
  });
  const others = (found.data?.rows ?? []).filter((row) => row.id !== contact.id);
  const name = contactName(contact);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("merge.title", { name })}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      {other ? (
        <MergeContactsPreview contact={contact} other={other} onBack={() => setOther(undefined)} onDone={onClose} />
      ) : (
        <Stack gap="md">
          <Text size="sm" c="dimmed">
            {t("mergeContacts.explain", { name })}
          </Text>
          <TextInput
            data-autofocus
            type="search"
            label={t("mergeContacts.search")}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {others.length === 0 && !found.isFetching && (
            <Text size="sm" c="dimmed" role="status">
              {t("mergeContacts.nobody")}
            </Text>
          )}
          {others.map((row) => (
            <Paper key={row.id} withBorder p="sm">
              <Group justify="space-between" wrap="nowrap">
                <div>
                  <Text fw={600}>{contactName(row)}</Text>
                  <Text size="xs" c="dimmed" className="tl-break">
                    {[row.customerName ?? t("contacts.noAccount"), row.email, row.phone].filter(Boolean).join(" · ")}
                  </Text>
                </div>
                <Button
                  variant="light"
                  className="tl-keep"
                  onClick={() => setOther(row)}
                  aria-label={t("mergeContacts.chooseThis", { name: contactName(row), email: row.email ?? "" })}
                >
                  {t("mergeContacts.choose")}
                </Button>
              </Group>
            </Paper>
          ))}
        </Stack>
      )}
    </Modal>
  );
}
