import { Badge, Button, Card, Group, Stack, Text, TextInput, Textarea, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Loaded } from "../../ui/loaded.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { PortalPage } from "../portal-page.tsx";

/** Refer a colleague, see what became of it, agree to be quoted. */
export default function Referral() {
  const t = useT("portal-referral");
  const format = useFormat();
  const mine = useQuery(api.loyalty.myReferrals.queryOptions());
  const refresh = () => void mine.refetch();
  const form = useForm({ initialValues: { name: "", email: "", company: "" } });
  const refer = useWrite(
    {
      ...api.loyalty.refer.mutationOptions(),
      onSuccess: () => {
        form.reset();
        refresh();
      },
    },
    { done: t("sent") },
  );
  return (
    <PortalPage width="wide" title={t("title")} intro={t("intro")}>
      <Loaded query={mine}>
        {(loyalty) => (
          <div className="tl-portal-split" data-even>
            <Card padding="lg">
              <form
                onSubmit={form.onSubmit(({ name, email, company }) => refer.mutate({ name, email, ...(company && { company }) }))}
              >
                <Stack>
                  <Text fw={600}>{t("reward", { amount: format.money(loyalty.rewardMinor, loyalty.currency) })}</Text>
                  <TextInput label={t("name")} required maxLength={120} {...form.getInputProps("name")} />
                  <TextInput label={t("email")} type="email" required maxLength={254} {...form.getInputProps("email")} />
                  <TextInput label={t("company")} maxLength={120} {...form.getInputProps("company")} />
                  <Button type="submit" loading={refer.isPending}>
                    {t("refer")}
                  </Button>
                  <Text size="sm" c="dimmed">
                    {t("code", { code: loyalty.code })}
                  </Text>
                </Stack>
              </form>
            </Card>
            <div>
              {loyalty.rows.length > 0 && (
                <Card padding="lg">
                  <Title order={2} size="h3" mb="sm">
                    {t("mine")}
                  </Title>
                  <ul className="tl-plain-list">
                    {loyalty.rows.map((row) => (
                      <li key={row.id}>
                        <Group justify="space-between">
                          <Text>{row.name}</Text>
                          <Badge color={row.status === "converted" ? "teal" : "gray"}>{t(`status.${row.status}`)}</Badge>
                        </Group>
                      </li>
                    ))}
                  </ul>
                </Card>
              )}
              <Testimonial given={loyalty.testimonial} onChanged={refresh} />
            </div>
          </div>
        )}
      </Loaded>
    </PortalPage>
  );
}

function Testimonial({ given, onChanged }: { given: { quote: string; publicName: string } | null; onChanged: () => void }) {
  const t = useT("portal-referral");
  const form = useForm({ initialValues: { quote: given?.quote ?? "", publicName: given?.publicName ?? "" } });
  const testify = useWrite({ ...api.loyalty.testify.mutationOptions(), onSuccess: onChanged }, { done: t("testified") });
  const withdraw = useWrite(
    { ...api.loyalty.withdrawTestimonial.mutationOptions(), onSuccess: onChanged },
    { done: t("withdrawn") },
  );
  return (
    <Card padding="lg">
      <form onSubmit={form.onSubmit((values) => testify.mutate(values))}>
        <Stack>
          <Title order={2} size="h3">
            {t("testimonial")}
          </Title>
          <Textarea label={t("quote")} required autosize minRows={3} maxLength={600} {...form.getInputProps("quote")} />
          <TextInput label={t("publicName")} required maxLength={80} {...form.getInputProps("publicName")} />
          <Group>
            <Button type="submit" variant="default" loading={testify.isPending}>
              {t("testify")}
            </Button>
            {given && (
              <Button variant="subtle" color="red" onClick={() => withdraw.mutate(undefined)}>
                {t("withdraw")}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
