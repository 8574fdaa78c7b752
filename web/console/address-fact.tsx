import { ActionIcon, Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { IconHistory, IconPencil } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useT } from "../i18n/use-t.ts";
import { explain } from "../ui/error-state.tsx";

interface Address {
  line1: string;
  line2?: string | undefined;
  postcode: string;
  city: string;
  country: string;
}

const nowhere: Address = { line1: "", postcode: "", city: "", country: "FR" };

/** A postal address edited where it stands. */
export function AddressFact(props: {
  address: Address | null;
  readOnly: boolean;
  onSave: (address: Address) => Promise<unknown>;
  onHistory?: () => void;
  /** The field's name, where it is not simply "Address". */
  label?: string;
}) {
  const t = useT("customers");
  const [editing, setEditing] = useState(false);
  const [draft, setDraft] = useState<Address>(nowhere);
  const [problem, setProblem] = useState("");
  const { address, label = t("col.address") } = props;
  const edit = (): void => {
    setDraft(address ?? nowhere);
    setProblem("");
    setEditing(true);
  };
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
              aria-label={t("common:edit.field", { field: label })}
              onClick={edit}
            >
              <IconPencil size={13} stroke={1.8} aria-hidden />
            </ActionIcon>
            {props.onHistory && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="xs"
                aria-label={t("common:edit.history", { field: label })}
                onClick={props.onHistory}
              >
                <IconHistory size={13} stroke={1.8} aria-hidden />
              </ActionIcon>
            )}
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
    <form aria-label={label} onSubmit={(event) => void save(event)}>
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
