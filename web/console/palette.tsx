import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useDebouncedValue } from "@mantine/hooks";
import { useCan } from "../api/can.ts";
import { useT } from "../i18n/use-t.ts";
import { areas } from "./areas.ts";

export const openPalette = (): void => spotlight.open();

const finders = areas.filter((area) => area.find);

/** Ctrl K: records by name or number, actions, every area. */
export function Palette() {
  const t = useT();
  const can = useCan();
  const navigate = useNavigate();
  const [typed, setTyped] = useState("");
  const [text] = useDebouncedValue(typed.trim(), 200);
  const found = useQuery({
    queryKey: ["palette", text],
    enabled: text.length >= 2 && finders.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
    queryFn: async ({ signal }) => {
      // one area that fails must not hide what the others found
      const answers = await Promise.allSettled(
        finders.map(async (area) => ({ area, records: (await area.find?.(text, signal)) ?? [] })),
      );
      return answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
    },
  });

  const records =
    text.length >= 2 ? (found.data ?? []).flatMap(({ area, records }) => records.map((record) => ({ area, record }))) : [];
  const groups: SpotlightActionGroupData[] = [
    {
      group: t("shell.records"),
      actions: records.map(({ area, record }) => ({
        id: `${area.id}:${record.id}`,
        label: record.title,
        ...(record.note && { description: record.note }),
        leftSection: area.nav && <area.nav.icon size={19} stroke={1.6} aria-hidden />,
        // the server already chose it for what was typed: the palette's own filter must keep it
        keywords: [text, typed],
        onClick: () => void navigate({ to: record.to, params: record.params } as never),
      })),
    },
    {
      group: t("shell.actions"),
      actions: areas.flatMap((area) =>
        (area.commands ?? [])
          .filter((command) => !command.permission || can(command.permission))
          .map((command) => ({
            id: `${area.id}:${command.label}`,
            label: t(command.label),
            keywords: command.keywords ?? "",
            leftSection: command.icon && <command.icon size={19} stroke={1.6} aria-hidden />,
            onClick: () => {
              command.run?.();
              if (command.to) void navigate({ to: command.to });
            },
          })),
      ),
    },
    {
      group: t("shell.goTo"),
      actions: areas.flatMap((area) =>
        area.nav && (!area.nav.permission || can(area.nav.permission))
          ? [
              {
                id: `go:${area.id}`,
                label: t(area.nav.label),
                leftSection: <area.nav.icon size={19} stroke={1.6} aria-hidden />,
                onClick: () => void navigate({ to: area.nav?.to ?? "/" }),
              },
            ]
          : [],
      ),
    },
  ].filter((group) => group.actions.length > 0);

  return (
    <Spotlight
      actions={groups}
      attributes={{ content: { "aria-label": t("shell.search") } }}
      query={typed}
      onQueryChange={setTyped}
      shortcut={["mod + K", "/"]}
      nothingFound={t("shell.searchNothing")}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      highlightQuery
      limit={30}
      scrollable
      maxHeight={420}
      searchProps={{
        placeholder: t("shell.search"),
        "aria-label": t("shell.search"),
        leftSection: <IconSearch size={18} stroke={1.8} aria-hidden />,
      }}
    />
  );
}
