import { Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { PriceSteps } from "./price-steps.tsx";
import type { QuoteLine } from "./types.ts";

/** Why a line costs what it costs: each step from the list price to the net, and the proof that the record is whole. */
export function WhyPrice(props: { quoteId: string; line: QuoteLine | undefined; onClose: () => void }) {
  const { quoteId, line } = props;
  const t = useT("quotes");
  const { locale } = useFormat();
  return (
    <PeekDrawer title={t("why.title")} opened={!!line} onClose={props.onClose}>
      {line && (
        <>
          <Text fw={600} mb="sm">
            {line.name[locale]}
          </Text>
          <Steps quoteId={quoteId} lineId={line.id} netMinor={line.netMinor} />
        </>
      )}
    </PeekDrawer>
  );
}

function Steps(props: { quoteId: string; lineId: string; netMinor: string }) {
  const { quoteId, lineId } = props;
  // The net is part of the key: a line priced again is explained again.
  const options = api.quotes.why.queryOptions({ input: { quoteId, lineId } });
  const why = useQuery({ ...options, queryKey: [...options.queryKey, props.netMinor] as never });
  return <Loaded query={why}>{(price) => <PriceSteps price={price} />}</Loaded>;
}
