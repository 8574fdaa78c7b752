import "./list.css";
import { ActionIcon, Button, Group, Popover, Text, TextInput } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import { IconBookmarkPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useT } from "../i18n/use-t.ts";
import { tellUndo } from "./toast.tsx";
import type { ListState } from "./use-list-state.ts";

export interface View {
  name: string;
  /** The list's address: { status: "sent", sort: "-total" }. */
  search: Record<string, string>;
}

/** Lists one comes back to, one click each: the area's own (`builtIn`) and those saved on this device. */
export function SavedViews({ id, list, builtIn = [] }: { id: string; list: ListState; builtIn?: View[] }) {
  const t = useT();
  const [saved, setSaved] = useLocalStorage<View[]>({ key: `throughline.views.${id}`, defaultValue: [] });
  const [name, setName] = useState("");
  const [naming, setNaming] = useState(false);
  const current = list.address;
  const isCurrent = (view: View): boolean => sameSearch(view.search, current);
  const save = (): void => {
    setSaved([...saved.filter((view) => view.name !== name), { name, search: current }]);
    setName("");
    setNaming(false);
  };
  const remove = (view: View): void => {
    setSaved(saved.filter((other) => other !== view));
    tellUndo({ message: t("views.removed"), undo: () => setSaved(saved) });
  };
  return (
    <Group gap={4} className="tl-views" role="group" aria-label={t("views.title")}>
      {[{ name: t("views.all"), search: {} }, ...builtIn, ...saved].map((view) => (
        <span key={view.name} className="tl-view" data-on={isCurrent(view) || undefined}>
          <button type="button" aria-pressed={isCurrent(view)} onClick={() => list.replaceAll(view.search)}>
            {view.name}
          </button>
          {saved.includes(view) && (
            <ActionIcon
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={t("views.remove", { name: view.name })}
              onClick={() => remove(view)}
            >
              <IconX size={12} aria-hidden />
            </ActionIcon>
          )}
        </span>
      ))}
      <Popover opened={naming} onChange={setNaming} shadow="md" position="bottom-start" trapFocus>
        <Popover.Target>
          <ActionIcon variant="subtle" color="gray" size="md" aria-label={t("views.save")} onClick={() => setNaming(!naming)}>
            <IconBookmarkPlus size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown maw={320}>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (name.trim()) save();
            }}
          >
            <Text size="sm" c="dimmed" mb="xs">
              {t("views.empty")}
            </Text>
            <Group gap="xs" align="end">
              <TextInput
                data-autofocus
                label={t("views.name")}
                maxLength={60}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <Button type="submit" disabled={!name.trim()}>
                {t("action.save")}
              </Button>
            </Group>
          </form>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}

const sameSearch = (a: Record<string, string>, b: Record<string, string>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([key, value]) => b[key] === value);
