import "./list.css";
import { Button, CloseButton, Group, Menu, Popover, Stack, TextInput } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconFilter, IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { Checkbox } from "@mantine/core";
import { useFormat } from "../i18n/use-format.ts";
import { useT } from "../i18n/use-t.ts";
import type { ListState } from "./use-list-state.ts";

export type Filter =
  | { id: string; label: string; kind?: "choice"; options: { value: string; label: string }[] }
  | { id: string; label: string; kind: "dates" }
  | { id: string; label: string; kind: "text" };

/** Search and filters of a list: each filter in force is a chip that says what it does and can be taken off. */
export function FilterChips({ list, filters = [], search = true }: { list: ListState; filters?: Filter[]; search?: boolean }) {
  const t = useT();
  const [adding, setAdding] = useState<string | null>(null);
  const inForce = filters.filter((filter) => list.filters[filter.id] || adding === filter.id);
  const rest = filters.filter((filter) => !inForce.includes(filter));
  return (
    <Group gap="xs">
      {search && <SearchInput list={list} />}
      {inForce.map((filter) => (
        <Chip key={filter.id} filter={filter} list={list} startOpen={adding === filter.id} onDone={() => setAdding(null)} />
      ))}
      {rest.length > 0 && (
        <Menu shadow="md" position="bottom-start">
          <Menu.Target>
            <Button variant="default" size="sm" fw={500} leftSection={<IconFilter size={15} stroke={1.7} aria-hidden />}>
              {t("filter.add")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((filter) => (
              <Menu.Item key={filter.id} onClick={() => setAdding(filter.id)}>
                {filter.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </Group>
  );
}

function SearchInput({ list }: { list: ListState }) {
  const t = useT();
  const [text, setText] = useState(list.q);
  useEffect(() => setText(list.q), [list.q]);
  const apply = useDebouncedCallback((value: string) => list.setQ(value), 250);
  return (
    <TextInput
      type="search"
      w={240}
      aria-label={t("filter.search")}
      placeholder={t("filter.search")}
      leftSection={<IconSearch size={16} stroke={1.8} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        apply(event.currentTarget.value);
      }}
    />
  );
}

function Chip(props: { filter: Filter; list: ListState; startOpen: boolean; onDone: () => void }) {
  const { filter, list } = props;
  const t = useT();
  const format = useFormat();
  const [opened, setOpened] = useState(props.startOpen);
  const value = list.filters[filter.id] ?? "";
  const close = (): void => {
    setOpened(false);
    props.onDone();
  };
  return (
    <span className="tl-chip" data-on={value ? true : undefined}>
      <Popover
        opened={opened}
        onChange={(next) => (next ? setOpened(true) : close())}
        onDismiss={close}
        position="bottom-start"
        shadow="md"
        trapFocus
      >
        <Popover.Target>
          <button type="button" className="tl-chip-text" onClick={() => (opened ? close() : setOpened(true))}>
            {value
              ? t("filter.is", { name: filter.label, value: describe(filter, value, (day) => format.date(day)) })
              : filter.label}
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <Editor filter={filter} value={value} onChange={(next) => list.setFilter(filter.id, next)} onDone={close} />
        </Popover.Dropdown>
      </Popover>
      <CloseButton
        size="sm"
        radius="xl"
        aria-label={t("filter.remove", { name: filter.label })}
        onClick={() => {
          close();
          if (value) list.setFilter(filter.id, undefined);
        }}
      />
    </span>
  );
}

function Editor(props: { filter: Filter; value: string; onChange: (value: string | undefined) => void; onDone: () => void }) {
  const { filter, value, onChange } = props;
  const t = useT();
  const [text, setText] = useState(value);
  const [from = "", to = ""] = value.split("..");
  const [days, setDays] = useState<[string | null, string | null]>([from || null, to || null]);
  if (filter.kind === "dates") {
    return (
      <DatePicker
        type="range"
        allowSingleDateInRange
        value={days}
        onChange={(next) => {
          setDays(next);
          if (next[0] && next[1]) onChange(`${next[0]}..${next[1]}`);
        }}
      />
    );
  }
  if (filter.kind === "text") {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onChange(text || undefined);
          props.onDone();
        }}
      >
        <Group gap="xs" align="end">
          <TextInput data-autofocus label={filter.label} value={text} onChange={(event) => setText(event.currentTarget.value)} />
          <Button type="submit">{t("filter.apply")}</Button>
        </Group>
      </form>
    );
  }
  return (
    <Checkbox.Group
      value={value ? value.split(",") : []}
      onChange={(next) => onChange(next.join(",") || undefined)}
      aria-label={filter.label}
    >
      <Stack gap={8} mah={320} className="tl-scroll">
        {filter.options.map((option) => (
          <Checkbox key={option.value} size="sm" value={option.value} label={option.label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function describe(filter: Filter, value: string, day: (iso: string) => string): string {
  if (filter.kind === "dates") return value.split("..").filter(Boolean).map(day).join(" → ");
  if (filter.kind === "text") return value;
  return value
    .split(",")
    .map((one) => filter.options.find((option) => option.value === one)?.label ?? one)
    .join(", ");
}
