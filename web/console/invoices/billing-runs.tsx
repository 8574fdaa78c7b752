import { Alert, Button, Group, Stack, Table, Text } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { IconFileInvoice } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { Page } from "../../ui/page.tsx";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime } from "../../ui/values.tsx";

/** Billing runs: each month by itself, or now; and the accounts that wait for something to be mended. */
export default function BillingRuns() {
  const t = useT("invoices");
  const format = useFormat();
  const can = useCan();
  const runs = useQuery({
    ...api.invoices.runs.queryOptions({ input: {} }),
    ...live("invoice"),
    refetchInterval: (query) => (query.state.data?.rows.some((run) => !run.finishedAt) ? 2_000 : false),
  });
  return (
    <Page title={t("runs.title")} crumbs={[{ label: t("common:area.invoices"), to: "/invoices" }, { label: t("runs.title") }]}>
      <Stack gap="md">
        {can("run billing") && <BillNow />}
        <Loaded query={runs}>
          {({ rows, failures }) => (
            <>
              {failures.map((failure) => (
                <Alert
                  key={failure.customerId}
                  color="red"
                  title={
                    <TextLink to="/customers/$customerId" params={{ customerId: failure.customerId }}>
                      {failure.customerName}
                    </TextLink>
                  }
                >
                  {t("runs.failure", { day: format.date(failure.asOf) })} {failure.reason}
                </Alert>
              ))}
              {rows.length === 0 ? (
                <EmptyState icon={IconFileInvoice} title={t("runs.empty")} text={t("runs.emptyText")} />
              ) : (
                <Panel title={t("runs.past")}>
                  <div className="tl-scroll" role="group" aria-label={t("runs.past")} tabIndex={0}>
                    <Table fz="sm">
                      <Table.Thead>
                        <Table.Tr>
                          <Table.Th scope="col">{t("runs.asOf")}</Table.Th>
                          <Table.Th scope="col">{t("runs.started")}</Table.Th>
                          <Table.Th scope="col" ta="right">
                            {t("runs.accounts")}
                          </Table.Th>
                          <Table.Th scope="col" ta="right">
                            {t("runs.invoices")}
                          </Table.Th>
                          <Table.Th scope="col" ta="right">
                            {t("runs.failures")}
                          </Table.Th>
                        </Table.Tr>
                      </Table.Thead>
                      <Table.Tbody>
                        {rows.map((run) => (
                          <Table.Tr key={run.id}>
                            <Table.Td>
                              <DateTime value={run.asOf} />{" "}
                              {run.period && (
                                <Text span size="xs" c="dimmed">
                                  {t("runs.monthly")}
                                </Text>
                              )}
                            </Table.Td>
                            <Table.Td>{run.finishedAt ? <DateTime value={run.startedAt} time /> : t("runs.running")}</Table.Td>
                            <Table.Td ta="right">{format.number(run.accounts)}</Table.Td>
                            <Table.Td ta="right">{format.number(run.invoices)}</Table.Td>
                            <Table.Td ta="right">{format.number(run.failures)}</Table.Td>
                          </Table.Tr>
                        ))}
                      </Table.Tbody>
                    </Table>
                  </div>
                </Panel>
              )}
            </>
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}

function BillNow() {
  const t = useT("invoices");
  const { key, renew } = useSubmitKey();
  const queries = useQueryClient();
  const [asOf, setAsOf] = useState<string | null>(null);
  const run = useWrite(
    api.invoices.run.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: () => queries.invalidateQueries({ queryKey: api.invoices.runs.key() }), // a run that bills nothing is no event
      onSettled: () => renew(),
    }),
    { done: t("done.running") },
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    run.mutate(asOf ? { asOf } : {});
  };
  return (
    <Panel title={t("runs.now")}>
      <Text size="sm" c="dimmed" mb="sm">
        {t("runs.explain")}
      </Text>
      <form onSubmit={submit}>
        <Group align="end">
          <DatePickerInput
            label={t("runs.asOf")}
            placeholder={t("runs.today")}
            clearable
            valueFormat="DD/MM/YYYY"
            value={asOf}
            onChange={setAsOf}
            w={200}
          />
          <Button type="submit" loading={run.isPending}>
            {t("action.run")}
          </Button>
        </Group>
      </form>
    </Panel>
  );
}
