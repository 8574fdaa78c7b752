import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { WorkPanel } from "./work-panel.tsx";

/** Money that came in and is not put against an invoice yet. */
export function PaymentsUnmatched() {
  const t = useT("home");
  const format = useFormat();
  const query = useQuery({
    ...api.payments.list.queryOptions({ input: { unmatched: true, limit: 50 } }),
    ...live("payment"),
  });
  return (
    <WorkPanel
      title={t("unmatched.title")}
      query={query}
      all={{ to: "/payments", search: { open: "yes" } }}
      empty={t("unmatched.empty")}
      rows={({ rows }) =>
        rows.map((payment) => ({
          id: payment.id,
          title: format.money(payment.amountMinor, payment.currency),
          note: payment.reference,
          to: { to: "/payments/$paymentId", params: { paymentId: payment.id } },
        }))
      }
    />
  );
}
