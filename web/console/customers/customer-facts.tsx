import { Stack, Text } from "@mantine/core";
import { useCan } from "../../api/can.ts";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { InlineEdit } from "../../ui/inline-edit.tsx";
import { TextLink } from "../../ui/links.tsx";
import { Facts } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { DateTime } from "../../ui/values.tsx";
import { AddressFact } from "../address-fact.tsx";
import { useOwners } from "../use-owners.ts";
import type { CustomerRecord } from "./customer-words.ts";

type Change = Omit<Parameters<typeof api.customers.change.call>[0], "customerId">;

/** What is known of an account, each value edited where it stands and each with its history. */
export function CustomerFacts({ record, onHistory }: { record: CustomerRecord; onHistory: (field: string) => void }) {
  const t = useT("customers");
  const can = useCan();
  const owners = useOwners();
  const { customer, children } = record;
  const change = useWrite(api.customers.change.mutationOptions(), { quiet: true });
  const readOnly = !can("change customers");
  const save = (fields: Change) => change.mutateAsync({ customerId: customer.id, ...fields });
  const text = (
    field: "name" | "sector" | "size" | "website" | "siren" | "vatNumber" | "segment",
    clean: (value: string) => string = (value) => value,
  ) => ({
    label: t(`col.${field}`),
    value: (
      <InlineEdit
        label={t(`col.${field}`)}
        value={customer[field] ?? ""}
        readOnly={readOnly}
        onSave={(value) => save({ [field]: clean(value.trim()) || (field === "name" ? "" : null) })}
        onHistory={() => onHistory(field)}
      />
    ),
  });
  return (
    <Stack gap="md">
      <Facts
        facts={[
          text("name"),
          {
            label: t("col.owner"),
            value: (
              <InlineEdit
                label={t("col.owner")}
                kind="choice"
                options={owners.people}
                value={customer.ownerId ?? ""}
                show={() => customer.ownerName ?? t("owner.none")}
                readOnly={readOnly}
                onSave={(ownerId) => save({ ownerId })}
                onHistory={() => onHistory("ownerId")}
              />
            ),
          },
          text("sector"),
          text("size"),
          text("segment"),
          text("siren", (value) => value.replaceAll(" ", "")),
          text("vatNumber", (value) => value.replaceAll(" ", "").toUpperCase()),
          text("website"),
          {
            label: t("col.address"),
            value: (
              <AddressFact
                address={customer.billingAddress}
                readOnly={readOnly}
                onSave={(billingAddress) => save({ billingAddress })}
                onHistory={() => onHistory("billingAddress")}
              />
            ),
          },
          {
            label: t("col.locale"),
            value: (
              <InlineEdit
                label={t("col.locale")}
                kind="choice"
                options={[
                  { value: "fr", label: t("common:shell.language.fr") },
                  { value: "en", label: t("common:shell.language.en") },
                ]}
                value={customer.locale}
                readOnly={readOnly}
                onSave={(locale) => save({ locale: locale as "en" | "fr" })}
                onHistory={() => onHistory("locale")}
              />
            ),
          },
          ...(customer.parentId
            ? [
                {
                  label: t("col.parent"),
                  value: (
                    <TextLink size="sm" to="/customers/$customerId" params={{ customerId: customer.parentId }}>
                      {customer.parentName}
                    </TextLink>
                  ),
                },
              ]
            : []),
          { label: t("col.created"), value: <DateTime value={customer.createdAt} /> },
        ]}
      />
      {children.length > 0 && (
        <div>
          <Text size="sm" fw={600} component="h3">
            {t("fact.children")}
          </Text>
          {children.map((child) => (
            <TextLink key={child.id} size="sm" display="block" to="/customers/$customerId" params={{ customerId: child.id }}>
              {child.name}
            </TextLink>
          ))}
        </div>
      )}
    </Stack>
  );
}
