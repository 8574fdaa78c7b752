import "./customers.css";
import { Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, client } from "../../api/client.ts";
import { liveAbout, queryClient } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { ReasonDialog } from "../../ui/reason-dialog.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { saveJson } from "../../ui/save-json.ts";
import { StatusBadge, type Tone } from "../../ui/status-badge.tsx";
import { useWrite } from "../../ui/use-write.ts";

const tone: Record<string, Tone> = { none: "neutral", pending: "waiting", given: "good", withdrawn: "bad" };

/** What a person agreed to, in which words, and the ledger that proves it. Staff may note what was said on the phone. */
export function ConsentsPanel({ contactId }: { contactId: string }) {
  const t = useT("customers");
  const { locale, dateTime } = useFormat();
  const can = useCan();
  const [asked, setAsked] = useState<{ purpose: string; allowed: boolean; name: string }>();
  const [ledger, setLedger] = useState(false);
  const query = useQuery({ ...api.consent.ofContact.queryOptions({ input: { contactId } }), ...liveAbout(contactId, "consent") });
  const record = useWrite(
    api.consent.record.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: api.consent.key() }) }),
    { done: t("consent.recorded") },
  );
  const request = useWrite(
    api.consent.request.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: api.consent.key() }) }),
    { done: t("consent.asked") },
  );
  const receipt = useWrite({
    mutationFn: async () => saveJson("consent-receipt.json", await client.consent.receipt({ contactId })),
  });
  return (
    <Panel
      title={t("consent.title")}
      action={
        <Group gap={2}>
          <Button
            size="compact-sm"
            variant="subtle"
            loading={receipt.isPending}
            aria-label={t("consent.receiptOf")}
            onClick={() => receipt.mutate()}
          >
            {t("consent.receipt")}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setLedger(true)}>
            {t("consent.proof")}
          </Button>
        </Group>
      }
    >
      <Loaded query={query}>
        {({ preferences, ledger: rows }) => (
          <>
            <Stack gap="sm">
              {preferences.map((one) => (
                <div key={one.purpose}>
                  <Group justify="space-between" wrap="nowrap" gap="xs">
                    <Text size="sm">{one.name[locale]}</Text>
                    <span className="tl-keep">
                      <StatusBadge
                        status={one.state}
                        tone={
                          one.basis === "legitimate_interest" && one.state === "none" ? "info" : (tone[one.state] ?? "neutral")
                        }
                        label={
                          one.basis === "legitimate_interest" && one.state === "none"
                            ? t("consent.unless")
                            : t(`consent.${one.state}`)
                        }
                      />
                    </span>
                  </Group>
                  {can("record consents") && (
                    <Group gap="sm">
                      <Anchor
                        component="button"
                        type="button"
                        size="xs"
                        onClick={() => setAsked({ purpose: one.purpose, allowed: !one.allowed, name: one.name[locale] })}
                      >
                        {one.allowed ? t("consent.noteNo") : t("consent.noteYes")}
                      </Anchor>
                      {one.basis === "consent" && one.state !== "given" && (
                        <Anchor
                          component="button"
                          type="button"
                          size="xs"
                          disabled={request.isPending}
                          onClick={() => request.mutate({ contactId, purpose: one.purpose })}
                        >
                          {t(one.state === "none" ? "consent.ask" : "consent.askAgain")}
                        </Anchor>
                      )}
                    </Group>
                  )}
                </div>
              ))}
            </Stack>
            <PeekDrawer title={t("consent.ledger")} opened={ledger} onClose={() => setLedger(false)}>
              <Stack gap="md" component="ol" className="tl-plain-list">
                {rows.length === 0 && <Text c="dimmed">{t("consent.ledgerEmpty")}</Text>}
                {rows.map((row) => (
                  <li key={row.id}>
                    <Text size="sm" fw={600}>
                      {t(`consent.action.${row.action}`)} ·{" "}
                      {preferences.find((one) => one.purpose === row.purpose)?.name[locale] ?? row.purpose}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {dateTime(row.at)} · {t("consent.version", { version: row.textVersion })} · {String(row.proof["how"] ?? "")}
                    </Text>
                    <Text size="xs" ff="monospace" className="tl-break">
                      n° {row.number} · {row.hash.slice(0, 32)}…
                    </Text>
                  </li>
                ))}
              </Stack>
            </PeekDrawer>
          </>
        )}
      </Loaded>
      <ReasonDialog
        title={asked ? `${asked.allowed ? t("consent.noteYes") : t("consent.noteNo")} : ${asked.name}` : ""}
        label={t("consent.how")}
        action={t("common:action.save")}
        opened={!!asked}
        onClose={() => setAsked(undefined)}
        onSubmit={(how) => record.mutateAsync({ contactId, purpose: asked!.purpose, allowed: asked!.allowed, how })}
      />
    </Panel>
  );
}
