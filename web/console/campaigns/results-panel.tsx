import { SimpleGrid, Stack, Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Funnel } from "../../ui/funnel.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { StatCard } from "../../ui/stat-card.tsx";
import type { Campaign, FigureName, Results } from "./campaign-words.ts";

/** What a campaign did, from the mailbox to the money: every figure opens the events it was counted from. */
export function ResultsPanel(props: { campaign: Campaign; results: Results; onOpen: (figure: FigureName) => void }) {
  const { campaign, results, onOpen } = props;
  const t = useT("campaigns");
  const format = useFormat();
  const rate = (part: number, whole: number): string => (whole > 0 ? ` · ${format.percent(part / whole, 1)}` : "");
  const card = (figure: FigureName, count: number, note = "") => (
    <StatCard
      key={figure}
      label={`${t(`figure.${figure}`)}${note}`}
      value={format.number(count)}
      {...(count > 0 && { onOpen: () => onOpen(figure) })}
    />
  );
  const sums = (key: "orderedMinor" | "paidMinor"): string =>
    results.money.map((sum) => format.money(sum[key], sum.currency)).join(" + ") || "–";
  const steps = (names: readonly (FigureName & keyof Results)[]) =>
    names.map((id) => ({ id, name: t(`figure.${id}`), count: Number(results[id]) }));
  return (
    <div className="tl-related tl-results">
      <Panel title={t("results.title")}>
        <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
          {campaign.hasMail && card("sent", results.sent)}
          {campaign.hasMail && card("clicked", results.clicked, rate(results.clicked, results.delivered))}
          {card("visitors", results.visitors)}
          {card("leads", results.leads, rate(results.leads, results.visitors))}
          {card("opportunities", results.opportunities)}
          {card("orders", results.orders)}
          <StatCard
            label={t("figure.revenue")}
            value={sums("orderedMinor")}
            {...(results.orders > 0 && { onOpen: () => onOpen("orders") })}
          />
          <StatCard
            label={t("figure.paid")}
            value={sums("paidMinor")}
            {...(results.money.some((sum) => sum.paidMinor !== "0") && { onOpen: () => onOpen("payments") })}
          />
        </SimpleGrid>
      </Panel>
      {campaign.hasMail && (
        <Panel title={t("results.mail")}>
          {results.recipients === 0 ? (
            <Text size="sm" c="dimmed">
              {t(campaign.status === "draft" ? "results.notYet" : "results.nobody")}
            </Text>
          ) : (
            <Stack gap="sm">
              <Funnel steps={steps(["sent", "delivered", "clicked"])} onOpen={(id) => onOpen(id as FigureName)} />
              <Text size="xs" c="dimmed">
                {t("results.opens")}
              </Text>
              <Left results={results} onOpen={onOpen} />
            </Stack>
          )}
        </Panel>
      )}
      <Panel title={t("results.page")}>
        <Funnel
          steps={steps(["visitors", "submissions", "leads", "opportunities", "orders"])}
          onOpen={(id) => onOpen(id as FigureName)}
        />
      </Panel>
    </div>
  );
}

/** Those who were not reached, and those who left: with the reason. */
function Left({ results, onOpen }: { results: Results; onOpen: (figure: FigureName) => void }) {
  const t = useT("campaigns");
  const rows = [
    { key: "opened", text: t("figure.opened"), count: results.opened, figure: "opened" as const },
    ...results.skipped.map((one) => ({
      key: `skipped-${one.reason}`,
      text: one.reason === "merged" ? t("results.merged") : t(`customers:messages.reason.${one.reason}`),
      count: one.count,
      figure: "skipped" as const,
    })),
    { key: "waiting", text: t("results.waiting"), count: results.waiting },
    { key: "deferred", text: t("results.deferred"), count: results.deferred },
    { key: "bounced", text: t("figure.bounced"), count: results.bounced, figure: "bounced" as const },
    { key: "unsubscribed", text: t("figure.unsubscribed"), count: results.unsubscribed, figure: "unsubscribed" as const },
  ].filter((row) => row.count > 0);
  if (rows.length === 0) return null;
  return (
    <ul className="tl-plain-list tl-left">
      {rows.map((row) => (
        <li key={row.key}>
          {"figure" in row && row.figure ? (
            <button type="button" className="tl-quiet" onClick={() => onOpen(row.figure)}>
              {row.text}
            </button>
          ) : (
            <span>{row.text}</span>
          )}
          <b className="tl-figure">{row.count}</b>
        </li>
      ))}
    </ul>
  );
}
