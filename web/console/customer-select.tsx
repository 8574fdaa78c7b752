import { Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { api } from "../api/client.ts";
import { useT } from "../i18n/use-t.ts";

/** An account, found by its name. The one chosen keeps its name whatever is looked for. */
export function CustomerSelect(props: {
  label: string;
  description?: string;
  value: string | null;
  onChange: (customerId: string | null) => void;
  required?: boolean;
  clearable?: boolean;
  error?: ReactNode;
}) {
  const t = useT();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 200);
  const found = useQuery({
    ...api.customers.list.queryOptions({ input: { limit: 20, ...(search && { search }) } }),
    placeholderData: keepPreviousData,
  });
  const chosen = useQuery({
    ...api.customers.show.queryOptions({ input: { customerId: props.value ?? "" } }),
    enabled: !!props.value,
  });
  const options = new Map((found.data?.rows ?? []).map((customer) => [customer.id, customer.name]));
  if (props.value && chosen.data) options.set(props.value, chosen.data.customer.name);
  return (
    <Select
      label={props.label}
      description={props.description}
      required={props.required ?? false}
      clearable={props.clearable ?? !props.required}
      clearButtonProps={{ "aria-label": t("action.clear") }}
      error={props.error}
      searchable
      nothingFoundMessage={t("select.nothing")}
      data={[...options].map(([value, label]) => ({ value, label }))}
      filter={({ options: all }) => all}
      searchValue={text}
      onSearchChange={setText}
      value={props.value}
      onChange={props.onChange}
    />
  );
}
