import { Button, Group, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { ConfigureDialog } from "./configure-dialog.tsx";
import { useRefreshed } from "./use-refreshed.ts";
import type { Quote } from "./types.ts";

/** Finds an offering on sale by name or reference and puts one of it on the quote; or answers a guide for a whole offer. */
export function AddLine({ quote }: { quote: Quote }) {
  const t = useT("quotes");
  const { locale } = useFormat();
  const [text, setText] = useState("");
  const [configuring, setConfiguring] = useState(false);
  const [search] = useDebouncedValue(text, 200);
  const found = useQuery({
    ...api.catalog.list.queryOptions({ input: { limit: 30, status: "published", ...(search && { search }) } }),
    placeholderData: keepPreviousData,
  });
  const add = useWrite(api.quotes.addLine.mutationOptions(useRefreshed(quote.id)), { done: t("done.added") });
  const offerings = (found.data?.rows ?? []).filter((offering) => offering.kind !== "bundle");
  return (
    <Group mt="md">
      <Select
        size="sm"
        w={360}
        maw="100%"
        searchable
        clearable
        placeholder={t("lines.add")}
        aria-label={t("lines.add")}
        nothingFoundMessage={t("lines.nothing")}
        data={offerings.map((offering) => ({ value: offering.sku, label: `${offering.name[locale]} · ${offering.sku}` }))}
        filter={({ options }) => options}
        value={null}
        searchValue={text}
        onSearchChange={setText}
        disabled={add.isPending}
        onChange={(sku) => {
          if (!sku) return;
          setText("");
          add.mutate({ quoteId: quote.id, sku });
        }}
      />
      <Button
        size="sm"
        variant="default"
        leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
        onClick={() => setConfiguring(true)}
      >
        {t("configure.open")}
      </Button>
      {configuring && <ConfigureDialog quoteId={quote.id} onClose={() => setConfiguring(false)} />}
    </Group>
  );
}
