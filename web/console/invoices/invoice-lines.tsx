import { Table, Text, UnstyledButton } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Explanation } from "../../ui/explanation.tsx";
import { Money } from "../../ui/values.tsx";
import type { InvoiceDetail, InvoiceLine } from "./invoice-words.ts";

/** The lines of a document; each opens to the arithmetic behind it. VAT once per rate, at the foot. */
export function InvoiceLines({
  invoice,
}: {
  invoice: Pick<InvoiceDetail, "lines" | "vat" | "currency" | "netMinor" | "totalMinor">;
}) {
  const t = useT("invoices");
  const format = useFormat();
  const money = (minor: string) => <Money minor={minor} currency={invoice.currency} />;
  return (
    <div className="tl-scroll" role="group" aria-label={t("lines.title")} tabIndex={0}>
      <Table fz="sm" verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("lines.what")}</Table.Th>
            <Table.Th scope="col">{t("lines.served")}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t("col.net")}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {invoice.lines.map((line) => (
            <Line key={line.id} line={line} currency={invoice.currency} />
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Table.Tr>
            <Table.Td colSpan={2}>{t("col.net")}</Table.Td>
            <Table.Td ta="right">{money(invoice.netMinor)}</Table.Td>
          </Table.Tr>
          {invoice.vat.map((vat) => (
            <Table.Tr key={`${vat.category}${vat.rate}`}>
              <Table.Td colSpan={2}>
                {t("lines.vat", {
                  rate: format.percent(Number(vat.rate) / 100, 2),
                  base: format.money(vat.baseMinor, invoice.currency),
                })}
              </Table.Td>
              <Table.Td ta="right">{money(vat.taxMinor)}</Table.Td>
            </Table.Tr>
          ))}
          <Table.Tr>
            <Table.Th scope="row" colSpan={2}>
              {t("col.total")}
            </Table.Th>
            <Table.Th ta="right">{money(invoice.totalMinor)}</Table.Th>
          </Table.Tr>
        </Table.Tfoot>
      </Table>
    </div>
  );
}

function Line({ line, currency }: { line: InvoiceLine; currency: string }) {
  const t = useT("invoices");
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const served =
    line.serviceFrom && line.serviceTo
      ? line.serviceFrom === line.serviceTo
        ? format.date(line.serviceFrom)
        : `${format.date(line.serviceFrom)} – ${format.date(line.serviceTo)}`
      : "";
  return (
    <Fragment>
      <Table.Tr>
        <Table.Td>
          <UnstyledButton onClick={() => setOpen(!open)} aria-expanded={open} className="tl-why">
            <IconChevronRight size={14} aria-hidden style={{ transform: open ? "rotate(90deg)" : undefined }} />
            <span>
              <Text size="sm" fw={550} span>
                {line.name}
              </Text>
              <Text size="xs" c="dimmed" span display="block">
                {t(`kind.${line.kind}`)}
                {line.quantity !== "1" &&
                  line.quantity !== "-1" &&
                  ` · ${format.number(line.quantity)} ${t(`unit.${line.unit}`)}`}
              </Text>
            </span>
          </UnstyledButton>
        </Table.Td>
        <Table.Td>{served}</Table.Td>
        <Table.Td ta="right">
          <Money minor={line.netMinor} currency={currency} />
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td colSpan={3}>
            <Explanation label={t("lines.why")} steps={line.explanation} />
          </Table.Td>
        </Table.Tr>
      )}
    </Fragment>
  );
}
