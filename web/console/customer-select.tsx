import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api/client.ts";
import { useT } from "../i18n/use-t.ts";

/** Choosing an account by typing part of its name. */
export function CustomerSelect(props: {
  label: string;
  description?: string;
  required?: boolean;
  value: string | null;
  error?: string | undefined;
  onChange: (customerId: string | null) => void;
}) {
  const t = useT();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 200);
  const [chosen, setChosen] = useState<{ value: string; label: string }>();
  const found = useQuery({
    ...api.customers.list.queryOptions({ input: { limit: 20, ...(search && { search }) } }),
    placeholderData: keepPreviousData,
  });
  const options = new Map((found.data?.rows ?? []).map((row) => [row.id, row.name]));
  if (chosen) options.set(chosen.value, chosen.label);
  return (
    <Select
      label={props.label}
      description={props.description}
      required={props.required ?? false}
      searchable
      clearable={!props.required}
      clearButtonProps={{ "aria-label": t("action.clear") }}
      nothingFoundMessage={t("shell.searchNothing")}
      data={[...options].map(([value, label]) => ({ value, label }))}
      filter={({ options: all }) => all}
      searchValue={text}
      onSearchChange={setText}
      value={props.value}
      error={props.error}
      onChange={(value, option) => {
        setChosen(value && option ? { value, label: option.label } : undefined);
        props.onChange(value);
      }}
    />
  );
}
