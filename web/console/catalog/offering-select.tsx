import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api, type client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";

export type OfferingRow = Awaited<ReturnType<typeof client.catalog.list>>["rows"][number];
export type ChosenOffering = Pick<OfferingRow, "id" | "sku" | "name" | "everyMonths">;

/** An offering, found by its name or reference. */
export function OfferingSelect(props: {
  label: string;
  value: ChosenOffering | null;
  onChange: (offering: ChosenOffering | null) => void;
  required?: boolean;
  error?: ReactNode;
  /** Only what is on sale. */
  published?: boolean;
  /** Not this one. */
  except?: string;
  clearable?: boolean;
}) {
  const t = useT("catalog");
  const { locale } = useFormat();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 200);
  const wordsOf = (offering: ChosenOffering): string => `${offering.name[locale]} · ${offering.sku}`;
  // what a choice writes in the box is not something to look for
  const asked = props.value && search === wordsOf(props.value) ? "" : search;
  const found = useQuery({
    ...api.catalog.list.queryOptions({
      input: { limit: 30, ...(props.published && { status: "published" as const }), ...(asked && { search: asked }) },
    }),
    placeholderData: keepPreviousData,
  });
  const offerings = new Map<string, ChosenOffering>(
    (found.data?.rows ?? [])
      .filter((row) => row.kind !== "bundle" && row.status !== "retired" && row.id !== props.except)
      .map((row) => [row.id, row]),
  );
  if (props.value) offerings.set(props.value.id, props.value);
  return (
    <Select
      label={props.label}
      required={props.required ?? false}
      clearable={props.clearable ?? false}
      clearButtonProps={{ "aria-label": t("common:action.clear") }}
      error={props.error}
      searchable
      nothingFoundMessage={t("common:select.nothing")}
      data={[...offerings.values()].map((offering) => ({ value: offering.id, label: wordsOf(offering) }))}
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={setText}
      value={props.value?.id ?? null}
      onChange={(id) => props.onChange((id && offerings.get(id)) || null)}
    />
  );
}
