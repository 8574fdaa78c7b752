import { ActionIcon, Button, Checkbox, Group, Select, SimpleGrid, Text, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { replaced } from "./campaign-words.ts";
import { slugOf } from "./draft.ts";
import { fieldTypes, type FormField } from "./form-words.ts";
import { ListTools } from "./list-tools.tsx";

/** One question of a form: its words in both languages, what kind of answer it takes, whether it must be answered. */
export function FieldEditor(props: {
  field: FormField;
  all: FormField[];
  at: number;
  onChange: (field: FormField) => void;
  onList: (list: FormField[]) => void;
}) {
  const { field, all, at, onChange } = props;
  const t = useT("campaigns");
  const { locale } = useFormat();
  const name = field.label[locale] || t("form.ownField");
  return (
    <section className="tl-piece" aria-label={name}>
      <header>
        <Group gap="sm">
          <Select
            size="xs"
            w={150}
            aria-label={t("field.type")}
            allowDeselect={false}
            data={fieldTypes.map((value) => ({ value, label: t(`field.${value}`) }))}
            value={field.type}
            onChange={(value) => onChange({ ...field, type: value as FormField["type"] })}
          />
          <Checkbox
            size="xs"
            label={t("field.required")}
            checked={field.required}
            onChange={(event) => onChange({ ...field, required: event.currentTarget.checked })}
          />
        </Group>
        <ListTools list={all} at={at} name={name} onChange={props.onList} />
      </header>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {(["fr", "en"] as const).map((one) => (
          <TextInput
            key={one}
            size="xs"
            label={`${t("field.label")} (${one.toUpperCase()})`}
            required
            maxLength={300}
            value={field.label[one]}
            onChange={(event) => onChange({ ...field, label: { ...field.label, [one]: event.currentTarget.value } })}
          />
        ))}
      </SimpleGrid>
      {field.type === "select" && <Choices field={field} onChange={onChange} />}
      <Text size="xs" c="dimmed">
        {t("field.name", { name: field.name })}
      </Text>
    </section>
  );
}

function Choices({ field, onChange }: { field: FormField; onChange: (field: FormField) => void }) {
  const t = useT("campaigns");
  const set = (options: FormField["options"]): void => onChange({ ...field, options });
  return (
    <>
      {field.options.map((option, at) => (
        <Group key={at} wrap="nowrap" gap="xs">
          {(["fr", "en"] as const).map((one) => (
            <TextInput
              key={one}
              size="xs"
              flex={1}
              aria-label={`${t("field.choice")} ${at + 1} (${one.toUpperCase()})`}
              placeholder={`${t("field.choice")} ${at + 1} (${one.toUpperCase()})`}
              maxLength={300}
              value={option.label[one]}
              onChange={(event) => {
                const label = { ...option.label, [one]: event.currentTarget.value };
                // what is kept of an answer, said in French first; a choice already answered keeps its own
                const value = option.value.startsWith("choice-") ? slugOf(label.fr || label.en) || option.value : option.value;
                set(replaced(field.options, at, { value: isTaken(field, at, value) ? `${value}-${at + 1}` : value, label }));
              }}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            size="md"
            aria-label={t("piece.remove", { name: `${t("field.choice")} ${at + 1}` })}
            onClick={() => set(replaced(field.options, at, undefined))}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        w="fit-content"
        leftSection={<IconPlus size={13} aria-hidden />}
        onClick={() => set([...field.options, { value: `choice-${field.options.length + 1}`, label: { en: "", fr: "" } }])}
      >
        {t("field.addChoice")}
      </Button>
    </>
  );
}

const isTaken = (field: FormField, at: number, value: string): boolean =>
  field.options.some((option, index) => index !== at && option.value === value);
