import { Button, Group, Modal, MultiSelect, Stack, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useQuery } from "@tanstack/react-query";
import type { FormEvent, ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";

/** What every rule of prices has: a name, what it applies to, from when until when. */
export interface RuleBasics {
  name: string;
  products: string[];
  families: string[];
  validFrom: string | null;
  validUntil: string | null;
}

/** The frame of a dialog that starts a rule: its name above what it does, its scope and its days below. */
export function RuleFrame(props: {
  title: string;
  submit: string;
  busy: boolean;
  onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  /** `form.getInputProps` of the basics. */
  input: (name: keyof RuleBasics) => object;
  children: ReactNode;
}) {
  const t = useT("catalog");
  const { locale } = useFormat();
  const { data } = useQuery({ ...api.catalog.list.queryOptions({ input: { limit: 200 } }), staleTime: 60_000 });
  const offerings = (data?.rows ?? []).filter((row) => row.status !== "retired");
  const families = [...new Set(offerings.map((row) => row.family))].sort();
  return (
    <Modal
      opened
      size="lg"
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <form noValidate onSubmit={props.onSubmit}>
        <Stack gap="sm">
          <TextInput
            label={t("col.name")}
            description={t("rule.nameHelp")}
            required
            maxLength={80}
            data-autofocus
            {...props.input("name")}
          />
          {props.children}
          <MultiSelect
            label={t("rule.products")}
            placeholder={t("when.everything")}
            searchable
            clearable
            clearButtonProps={{ "aria-label": t("common:action.clear") }}
            data={offerings.map((row) => ({ value: row.sku, label: `${row.name[locale]} · ${row.sku}` }))}
            {...props.input("products")}
          />
          <MultiSelect
            label={t("rule.families")}
            clearable
            clearButtonProps={{ "aria-label": t("common:action.clear") }}
            data={families}
            {...props.input("families")}
          />
          <Group grow align="start">
            <DatePickerInput label={t("rule.from")} required valueFormat="DD/MM/YYYY" {...props.input("validFrom")} />
            <DatePickerInput
              label={t("rule.until")}
              placeholder={t("rule.noEnd")}
              clearable
              clearButtonProps={{ "aria-label": t("common:action.clear") }}
              valueFormat="DD/MM/YYYY"
              {...props.input("validUntil")}
            />
          </Group>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={props.busy}>
              {props.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
