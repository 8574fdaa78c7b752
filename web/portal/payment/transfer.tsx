import { Card, Text } from "@mantine/core";
import type { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Facts } from "../../ui/record-page.tsx";

type TransferDetails = Awaited<ReturnType<typeof client.payments.transferDetails>>;

/** What to enter for a transfer, and the code that a banking app scans instead. */
export function Transfer({ transfer }: { transfer: TransferDetails }) {
  const t = useT("portal-payment");
  const format = useFormat();
  return (
    <Card padding="lg">
      {transfer.qrSvg && (
        <>
          <img
            src={`data:image/svg+xml;utf8,${encodeURIComponent(transfer.qrSvg)}`}
            alt={t("qr")}
            width={200}
            height={200}
            style={{ display: "block", margin: "0 auto" }}
          />
          <Text size="sm" ta="center" c="dimmed" mb="md">
            {t("scan")}
          </Text>
        </>
      )}
      <Facts
        facts={[
          { label: t("payee"), value: transfer.name },
          { label: "IBAN", value: transfer.iban?.replace(/(.{4})(?=.)/g, "$1 ") ?? "–" },
          ...(transfer.bic ? [{ label: "BIC", value: transfer.bic }] : []),
          { label: t("sum"), value: format.money(transfer.openMinor, transfer.currency) },
          { label: t("reference"), value: transfer.reference },
        ]}
      />
      <Text size="sm" c="dimmed" mt="md">
        {t("transferHelp")}
      </Text>
    </Card>
  );
}
