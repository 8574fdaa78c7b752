import { Alert, Button, Group, Stack, Table, Text, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { tellError, tellUndo } from "../../ui/toast.tsx";
import { type ContactRow, contactName } from "./customer-words.ts";

const asKept = ["email", "phone", "jobTitle", "customerName"] as const;

/** What the one record will hold: its own fields first, the other's where it has none, the roles of both. */
export function MergeContactsPreview(props: { contact: ContactRow; other: ContactRow; onBack: () => void; onDone: () => void }) {
  const { contact, other } = props;
  const t = useT("customers");
  const [busy, setBusy] = useState(false);
  const [doubt, setDoubt] = useState<string>();
  const roles = [...new Set([...contact.roles, ...other.roles])].map((role) => t(`role.${role}`)).join(", ");
  const rows = [
    { id: "name", label: t("col.name"), mine: contactName(contact), theirs: contactName(other), kept: contactName(contact) },
    ...asKept.map((field) => ({
      id: field,
      label: t(field === "customerName" ? "col.account" : `col.${field}`),
      mine: contact[field],
      theirs: other[field],
      kept: contact[field] ?? other[field],
    })),
    {
      id: "roles",
      label: t("col.roles"),
      mine: contact.roles.map((role) => t(`role.${role}`)).join(", "),
      theirs: other.roles.map((role) => t(`role.${role}`)).join(", "),
      kept: roles,
    },
  ];
  const merge = async (despiteVerified: boolean): Promise<void> => {
    setBusy(true);
    try {
      const { id } = await client.customers.mergeContacts({ contactId: contact.id, mergedId: other.id, despiteVerified });
      await queryClient.invalidateQueries();
      props.onDone();
      tellUndo({
        message: t("merge.done", { name: contactName(other) }),
        undo: async () => {
          await client.customers.split({ mergeId: id });
          await queryClient.invalidateQueries();
        },
      });
    } catch (error) {
      if (error instanceof ApiError && error.code === "merge.two_verified") setDoubt(error.detail);
      else tellError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Stack gap="md">
      <Table.ScrollContainer minWidth={440} type="native" scrollAreaProps={{ tabIndex: 0 }}>
        <Table verticalSpacing={6} aria-label={t("mergeContacts.preview")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>
                <VisuallyHidden>{t("mergeContacts.field")}</VisuallyHidden>
              </Table.Th>
              <Table.Th>{t("mergeContacts.mine")}</Table.Th>
              <Table.Th>{t("mergeContacts.theirs")}</Table.Th>
              <Table.Th>{t("mergeContacts.kept")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id}>
                <Table.Th scope="row">{row.label}</Table.Th>
                <Table.Td className="tl-break">{row.mine || "–"}</Table.Td>
                <Table.Td className="tl-break">{row.theirs || "–"}</Table.Td>
                <Table.Td className="tl-break" fw={600}>
                  {row.kept || "–"}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed">
        {t("mergeContacts.moves", { name: contactName(contact) })}
      </Text>
      {doubt && (
        <Alert color="yellow" role="alert" title={t("mergeContacts.twoVerified")}>
          {doubt}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={props.onBack}>
          {t("common:action.back")}
        </Button>
        <Button loading={busy} {...(doubt && { color: "red" })} onClick={() => void merge(!!doubt)}>
          {t(doubt ? "mergeContacts.anyway" : "mergeContacts.confirm")}
        </Button>
      </Group>
    </Stack>
  );
}
