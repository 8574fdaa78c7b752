import { Button, Card, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { ErrorState } from "../../ui/error-state.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { RuleEditor } from "./rule-editor.tsx";
import { type Definition, emptyRule, hasValue, type Rule, type Segment } from "./segment-words.ts";

/** Name and rules of a segment; how many people it would hold is counted while one writes. */
export function SegmentForm({ segment, onDone }: { segment?: Segment; onDone: (id?: string) => void }) {
  const t = useT("segments");
  const format = useFormat();
  const { key } = useSubmitKey();
  const [name, setName] = useState(segment?.name ?? "");
  const [description, setDescription] = useState(segment?.description ?? "");
  const [definition, setDefinition] = useState<Definition>(
    segment?.definition ?? { match: "all", groups: [{ match: "all", rules: [emptyRule("consent")] }] },
  );
  const complete = definition.groups.flatMap((group) => group.rules).every(isComplete);
  const [counted] = useDebouncedValue(definition, 400);
  const preview = useQuery({
    ...api.segments.preview.queryOptions({ input: { definition: counted } }),
    enabled: complete,
    placeholderData: keepPreviousData,
  });
  const refetch = () => queryClient.invalidateQueries({ queryKey: api.segments.key() });
  const create = useWrite(
    api.segments.create.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: ({ id }) => (void refetch(), onDone(id)),
    }),
    { done: t("saved") },
  );
  const change = useWrite(api.segments.change.mutationOptions({ onSuccess: ({ id }) => (void refetch(), onDone(id)) }), {
    done: t("saved"),
  });
  const setGroup = (index: number, group: Definition["groups"][number] | undefined): void =>
    setDefinition({
      ...definition,
      groups: definition.groups.flatMap((one, at) => (at === index ? (group ? [group] : []) : [one])),
    });
  const save = (): void => {
    if (segment) change.mutate({ segmentId: segment.id, name, description, definition });
    else create.mutate({ name, description, definition });
  };
  return (
    <Card withBorder padding="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack gap="md">
          <TextInput
            label={t("col.name")}
            required
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Textarea
            label={t("description")}
            autosize
            maxLength={400}
            value={description}
            onChange={(event) => setDescription(event.currentTarget.value)}
          />
          {definition.groups.map((group, index) => (
            <Card key={index} withBorder bg="var(--mantine-color-default-hover)">
              <Stack gap="sm">
                <Group justify="space-between">
                  <SegmentedControl
                    size="xs"
                    aria-label={t("match.label")}
                    data={[
                      { value: "all", label: t("match.all") },
                      { value: "any", label: t("match.any") },
                    ]}
                    value={group.match ?? "all"}
                    onChange={(match) => setGroup(index, { ...group, match: match as "all" | "any" })}
                  />
                  {definition.groups.length > 1 && (
                    <Button size="compact-sm" variant="subtle" color="red" onClick={() => setGroup(index, undefined)}>
                      {t("group.remove")}
                    </Button>
                  )}
                </Group>
                {group.rules.map((rule, at) => (
                  <RuleEditor
                    key={at}
                    rule={rule}
                    self={segment?.id}
                    onChange={(next) =>
                      setGroup(index, { ...group, rules: group.rules.map((one, place) => (place === at ? next : one)) })
                    }
                    {...(group.rules.length > 1 && {
                      onRemove: () => setGroup(index, { ...group, rules: group.rules.filter((_, place) => place !== at) }),
                    })}
                  />
                ))}
                <Group>
                  <Button
                    size="compact-sm"
                    variant="light"
                    leftSection={<IconPlus size={14} aria-hidden />}
                    onClick={() => setGroup(index, { ...group, rules: [...group.rules, emptyRule("field")] })}
                  >
                    {t("rule.add")}
                  </Button>
                </Group>
              </Stack>
            </Card>
          ))}
          <Group justify="space-between">
            <Group>
              <Button
                variant="default"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() =>
                  setDefinition({ ...definition, groups: [...definition.groups, { match: "all", rules: [emptyRule("field")] }] })
                }
              >
                {t("group.add")}
              </Button>
              {definition.groups.length > 1 && (
                <SegmentedControl
                  size="xs"
                  aria-label={t("groups.label")}
                  data={[
                    { value: "all", label: t("groups.all") },
                    { value: "any", label: t("groups.any") },
                  ]}
                  value={definition.match ?? "all"}
                  onChange={(match) => setDefinition({ ...definition, match: match as "all" | "any" })}
                />
              )}
            </Group>
            <Text fw={600} role="status">
              {complete && preview.data
                ? t("preview", { count: preview.data.count, n: format.number(preview.data.count) })
                : t("preview.wait")}
            </Text>
          </Group>
          {preview.error && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => onDone(segment?.id)}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" disabled={!complete || !name.trim()} loading={create.isPending || change.isPending}>
              {t("common:action.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}

function isComplete(rule: Rule): boolean {
  if (rule.kind === "field") return !hasValue(rule.op) || rule.op === "in" ? true : String(rule.value ?? "") !== "";
  if (rule.kind === "segment") return rule.segmentId !== "";
  if (rule.kind === "event")
    return rule.type !== "" && (rule.where ?? []).every((one) => one.field !== "" && String(one.value) !== "");
  if (rule.kind === "stage") return rule.stages.length > 0;
  return true;
}
