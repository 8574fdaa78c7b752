import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useCan } from "../../api/can.ts";
import { api, type client } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useT } from "../../i18n/use-t.ts";
import { Panel } from "../../ui/record-page.tsx";
import { useWrite } from "../../ui/use-write.ts";

type Persona = Awaited<ReturnType<typeof client.journeys.show>>["personas"][number];

/** Who walks the journey, and what they want from it. */
export function JourneyPersonas({ slug, personas }: { slug: string; personas: Persona[] }) {
  const t = useT("settings");
  const editable = useCan()("change journeys");
  const [name, setName] = useState("");
  const [goals, setGoals] = useState("");
  const add = useWrite(
    api.journeys.addPersona.mutationOptions({
      onSuccess: () => {
        setName("");
        setGoals("");
        return queryClient.invalidateQueries({ queryKey: api.journeys.key() });
      },
    }),
    { done: t("saved") },
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate({ slug, name, goals });
  };
  return (
    <Panel title={t("personas")}>
      <Stack gap="sm">
        {personas.length === 0 && (
          <Text size="sm" c="dimmed">
            {t("personas.none")}
          </Text>
        )}
        {personas.map((persona) => (
          <div key={persona.id}>
            <Text fw={600}>{persona.name}</Text>
            <Text size="sm" c="dimmed">
              {[persona.segment, persona.goals].filter(Boolean).join(" · ")}
            </Text>
          </div>
        ))}
        {editable && (
          <form onSubmit={submit}>
            <Stack gap="xs">
              <TextInput
                label={t("personas.name")}
                required
                maxLength={80}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Textarea
                label={t("personas.goals")}
                autosize
                minRows={2}
                maxLength={400}
                value={goals}
                onChange={(event) => setGoals(event.currentTarget.value)}
              />
              <Group justify="flex-end">
                <Button type="submit" variant="default" loading={add.isPending} disabled={name.trim() === ""}>
                  {t("personas.add")}
                </Button>
              </Group>
            </Stack>
          </form>
        )}
      </Stack>
    </Panel>
  );
}
