import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconHistory, IconPencil } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useT } from "../../i18n/use-t.ts";
import { explain } from "../../ui/error-state.tsx";

interface Address {
  line1: string;
  line2?: string | undefined;
  postcode: string;
  city: string;
  country: string;
}

/** A postal address edited where it stands. */
export function AddressFact(props: {
  address: Address | null;
  readOnly: boolean;
  onSave: (address: Address) => Promise<unknown>;
  onHistory: () => void;
}) {
  const t = useT("customers");
  const [editing, setEditing] = useState(false);
  const [draft, setDraft] = useState<Address>(props.address ?? { line1: "", postcode: "", city: "", country: "FR" });
  const [problem, setProblem] = useState("");
  const { address } = props;
  if (!editing) {
    return (
      <Group gap={2} wrap="nowrap" align="start">
        <Text size="sm" span {...(!address && { c: "dimmed" })}>
          {address
            ? [address.line1, address.line2, `${address.postcode} ${address.city}`, address.country].filter(Boolean).join(", ")
            : t("common:edit.empty")}
        </Text>
        {!props.readOnly && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="xs"
              aria-label={t("common:edit.field", { field: t("col.address") })}
              onClick={() => setEditing(true)}
            >
              <IconPencil size={13} stroke={1.8} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="xs"
              aria-label={t("common:edit.history", { field: t("col.address") })}
              onClick={props.onHistory}
            >
              <IconHistory size={13} stroke={1.8} aria-hidden />
            </ActionIcon>
          </>
        )}
      </Group>
    );
  }
  const field = (name: keyof Address, more: { required?: boolean; maxLength?: number } = {}) => (
    <TextInput
      size="xs"
      label={t(`address.${name}`)}
      value={draft[name] ?? ""}
      {...more}
      onChange={(event) => setDraft({ ...draft, [name]: event.currentTarget.value })}
    />
  );
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    try {
      await props.onSave({ ...draft, line2: draft.line2 || undefined, country: draft.country.toUpperCase() });
      setEditing(false);
    } catch (error) {
      const { title, text } = explain(error, t);
      setProblem(`${title}. ${text}`);
    }
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap={6}>
        {field("line1", { required: true })}
        {field("line2")}
        {field("postcode", { required: true })}
        {field("city", { required: true })}
        {field("country", { required: true, maxLength: 2 })}
        {problem && (
          <Text size="xs" c="red" role="alert">
            {problem}
          </Text>
        )}
        <Group gap="xs">
          <Button size="compact-sm" type="submit">
            {t("common:action.save")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setEditing(false)}>
            {t("common:action.cancel")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
