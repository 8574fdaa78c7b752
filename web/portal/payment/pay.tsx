import { Alert, Button, Card, Group, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { api, client } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { explain } from "../../ui/error-state.tsx";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { DoneCard } from "../done-card.tsx";
import { PortalPage } from "../portal-page.tsx";
import { Transfer } from "./transfer.tsx";

/** Pays an invoice: by card here, or by transfer with a code to scan. */
export default function Pay() {
  const { invoiceId = "" } = useParams({ strict: false }) as { invoiceId?: string };
  const t = useT("portal-payment");
  const format = useFormat();
  const [how, setHow] = useState<"card" | "transfer">("card");
  const [paid, setPaid] = useState(false);
  const details = useQuery({
    ...api.payments.transferDetails.queryOptions({ input: { invoiceId } }),
    ...live("payment", "invoice"),
  });
  return (
    <Loaded query={details}>
      {(transfer) => {
        const isOpen = BigInt(transfer.openMinor) > 0n;
        return (
          <PortalPage
            width="narrow"
            title={t("title", { number: transfer.reference })}
            intro={isOpen && t("amount", { amount: format.money(transfer.openMinor, transfer.currency) })}
          >
            {!isOpen || paid ? (
              <DoneCard title={t("thanks")}>
                <div className="tl-portal-next">
                  <LinkButton to="/portal/invoices/$invoiceId" params={{ invoiceId }} variant="default">
                    {t("back")}
                  </LinkButton>
                </div>
              </DoneCard>
            ) : (
              <Stack gap="md">
                <SegmentedControl
                  fullWidth
                  aria-label={t("how")}
                  value={how}
                  onChange={(value) => setHow(value as "card" | "transfer")}
                  data={[
                    { value: "card", label: t("card") },
                    { value: "transfer", label: t("transfer") },
                  ]}
                />
                {how === "card" ? (
                  <CardForm
                    invoiceId={invoiceId}
                    amount={format.money(transfer.openMinor, transfer.currency)}
                    onPaid={() => setPaid(true)}
                  />
                ) : (
                  <Transfer transfer={transfer} />
                )}
              </Stack>
            )}
          </PortalPage>
        );
      }}
    </Loaded>
  );
}

/** One button: opens the payment and confirms it. What was typed stays when the card is declined. */
function CardForm({ invoiceId, amount, onPaid }: { invoiceId: string; amount: string; onPaid: () => void }) {
  const t = useT("portal-payment");
  const queries = useQueryClient();
  const [card, setCard] = useState({ number: "", expiry: "", cvc: "" });
  const pay = useMutation({
    mutationFn: async () => {
      const { intentId } = await client.payments.startCard({ invoiceId });
      return client.payments.confirmCard({ intentId, ...card });
    },
    onSuccess: async (answer) => {
      if (answer.status !== "succeeded") return;
      onPaid();
      await queries.invalidateQueries();
    },
  });
  const field = (name: keyof typeof card) => ({
    label: t(name),
    value: card[name],
    required: true,
    inputMode: "numeric" as const,
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setCard((now) => ({ ...now, [name]: value }));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    pay.mutate();
  };
  const problem = pay.error ? explain(pay.error, t) : undefined;
  const declined = pay.data?.status === "declined" ? (pay.data.reason ?? "card_declined") : undefined;
  return (
    <Card padding="lg" component="form" onSubmit={submit}>
      <Stack gap="md">
        {problem && (
          <Alert role="alert" color="red">
            {problem.text || problem.title}
          </Alert>
        )}
        {declined && (
          <Alert role="alert" color="red">
            {t(`declined.${declined}`)}
          </Alert>
        )}
        <TextInput {...field("number")} autoComplete="cc-number" placeholder="4242 4242 4242 4242" />
        <Group grow>
          <TextInput {...field("expiry")} autoComplete="cc-exp" placeholder="12/28" />
          <TextInput {...field("cvc")} autoComplete="cc-csc" placeholder="123" />
        </Group>
        <Text size="xs" c="dimmed">
          {t("sandbox")}
        </Text>
        <Button
          type="submit"
          size="lg"
          loading={pay.isPending}
          leftSection={<IconLock size={18} aria-hidden />}
          disabled={!card.number || !card.expiry || !/^\d{3,4}$/.test(card.cvc)}
        >
          {t("pay", { amount })}
        </Button>
      </Stack>
    </Card>
  );
}
