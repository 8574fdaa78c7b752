import { Stack, Text, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { api } from "../api/client.ts";
import { useT } from "../i18n/use-t.ts";
import { Named } from "../ui/values.tsx";

/** On a demonstration installation only: one click per person. Elsewhere the server names nobody and this shows nothing. */
export function DemoAccounts({ onChoose }: { onChoose: (email: string, password: string) => void }) {
  const t = useT();
  const { data } = useQuery(api.staff.demoAccounts.queryOptions());
  const { password } = data ?? {};
  if (!data || !password || !data.rows.length) return null;
  return (
    <Stack gap={4} component="section" aria-label={t("signIn.demo.title")}>
      <Text size="sm" c="dimmed">
        {t("signIn.demo.title")}
      </Text>
      <div className="tl-demo">
        {data.rows.map((person) => (
          <UnstyledButton key={person.email} className="tl-demo-person" onClick={() => onChoose(person.email, password)}>
            <Named name={person.name} note={t(`role.${person.role}`)} />
          </UnstyledButton>
        ))}
      </div>
    </Stack>
  );
}
