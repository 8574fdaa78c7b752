import { Button, Group, Select, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import type { Import } from "./import-words.ts";

/** Says by hand what a value of the file means: in this field, this spelling is that one. */
export function NewReplacement({ one, onAdd }: { one: Import; onAdd: (field: string, from: string, to: string) => void }) {
  const t = useT("imports");
  const { locale } = useFormat();
  const [field, setField] = useState<string | null>(null);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const add = () => {
    if (!field || !from.trim() || !to.trim()) return;
    onAdd(field, from.trim(), to.trim());
    setFrom("");
    setTo("");
  };
  return (
    <Group gap="xs" align="flex-end">
      <Select
        size="xs"
        label={t("mapping.field")}
        data={one.fields.map((each) => ({ value: each.name, label: each.label[locale] }))}
        value={field}
        onChange={setField}
      />
      <TextInput size="xs" label={t("options.from")} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
      <TextInput size="xs" label={t("options.to")} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
      <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
        {t("options.add")}
      </Button>
    </Group>
  );
}
