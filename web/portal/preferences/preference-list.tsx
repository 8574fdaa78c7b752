import { Badge, Card, Group, Stack, Switch, Text } from "@mantine/core";
import { useState } from "react";
import type { client } from "../../api/client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { tell, tellError } from "../../ui/toast.tsx";

export type Preferences = Awaited<ReturnType<typeof client.consent.myPreferences>>;

/** What one agreed to, one switch each. A switch moves at once and goes back when the server says no. */
export function PreferenceList({
  preferences,
  onChange,
}: {
  preferences: Preferences;
  onChange: (wish: { purpose: string; allowed: boolean }) => Promise<Preferences>;
}) {
  const t = useT("portal-preferences");
  const { locale, date } = useFormat();
  const [moving, setMoving] = useState<Record<string, boolean>>({});
  const change = async (purpose: string, allowed: boolean): Promise<void> => {
    setMoving((now) => ({ ...now, [purpose]: allowed }));
    try {
      await onChange({ purpose, allowed });
      tell(t("saved"));
    } catch (error) {
      tellError(error);
    } finally {
      setMoving((now) => Object.fromEntries(Object.entries(now).filter(([key]) => key !== purpose)));
    }
  };
  return (
    <Stack gap="sm">
      {preferences.preferences.map((one) => (
        <Card key={one.purpose} padding="md">
          <Group justify="space-between" wrap="nowrap" align="start">
            <div>
              <Text fw={600} id={`preference-${one.purpose}`}>
                {one.name[locale]}
              </Text>
              <Text size="sm" c="dimmed">
                {one.description[locale]}
              </Text>
              <Group gap={6} mt={6}>
                {one.state === "pending" && <Badge color="yellow">{t("pending")}</Badge>}
                {one.changedAt && one.state !== "pending" && (
                  <Text size="xs" c="dimmed">
                    {t(one.allowed ? "yesSince" : "noSince", { date: date(one.changedAt) })}
                  </Text>
                )}
              </Group>
            </div>
            <Switch
              size="md"
              aria-labelledby={`preference-${one.purpose}`}
              checked={moving[one.purpose] ?? one.allowed}
              disabled={one.purpose in moving}
              onChange={(event) => void change(one.purpose, event.currentTarget.checked)}
            />
          </Group>
        </Card>
      ))}
    </Stack>
  );
}
