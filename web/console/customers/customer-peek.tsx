import { Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { PeekDrawer } from "../../ui/peek-drawer.tsx";
import { Facts } from "../../ui/record-page.tsx";
import { CustomerTimeline } from "./customer-timeline.tsx";
import { contactName } from "./customer-words.ts";

/** A look at an account without leaving the list. */
export function CustomerPeek({
  customerId,
  name,
  onClose,
}: {
  customerId: string | undefined;
  name: string;
  onClose: () => void;
}) {
  const t = useT("customers");
  const query = useQuery({
    ...api.customers.show.queryOptions({ input: { customerId: customerId ?? "" } }),
    enabled: !!customerId,
  });
  return (
    <PeekDrawer
      title={name}
      opened={!!customerId}
      onClose={onClose}
      {...(customerId && { open: { to: "/customers/$customerId", params: { customerId } } })}
    >
      <Loaded query={query}>
        {({ customer, contacts, stage }) => (
          <Stack gap="lg">
            <Facts
              facts={[
                { label: t("col.number"), value: customer.number },
                { label: t("fact.stage"), value: stage && t(`common:stage.${stage}`) },
                { label: t("col.owner"), value: customer.ownerName },
                { label: t("contacts.title"), value: contacts.map(contactName).join(", ") || "–" },
                { label: t("col.city"), value: customer.billingAddress?.city },
              ]}
            />
            <div>
              <Text component="h3" fw={650} mb="xs">
                {t("common:record.timeline")}
              </Text>
              <CustomerTimeline customerId={customer.id} quiet />
            </div>
          </Stack>
        )}
      </Loaded>
    </PeekDrawer>
  );
}
