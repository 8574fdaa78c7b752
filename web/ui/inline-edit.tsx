import "./record.css";
import { ActionIcon, Group, Select, Text, Textarea, TextInput } from "@mantine/core";
import { IconHistory, IconPencil } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { useT } from "../i18n/use-t.ts";
import { explain } from "./error-state.tsx";

/**
 * A value edited where it stands. Enter or leaving saves, Escape gives up; the new value shows at once and a refusal puts
 * the editor back with what was typed and the reason.
 */
export function InlineEdit(props: {
  /** The field's name: "Phone". */
  label: string;
  value: string;
  /** How the value reads when it is not being edited. */
  show?: (value: string) => ReactNode;
  kind?: "text" | "lines" | "choice";
  options?: { value: string; label: string }[];
  onSave: (value: string) => Promise<unknown>;
  /** Every field has a history. */
  onHistory?: () => void;
  readOnly?: boolean;
}) {
  const t = useT();
  const [editing, setEditing] = useState(false);
  const [text, setText] = useState(props.value);
  const [saving, setSaving] = useState<string | null>(null);
  const [problem, setProblem] = useState("");
  const button = useRef<HTMLButtonElement>(null);
  const shown = saving ?? props.value;
  const label = props.options?.find((option) => option.value === shown)?.label ?? shown;
  const view = shown ? (
    (props.show?.(shown) ?? label)
  ) : (
    <Text span c="dimmed">
      {props.readOnly ? "–" : t("edit.empty")}
    </Text>
  );

  const stop = (): void => {
    setEditing(false);
    setProblem("");
    requestAnimationFrame(() => button.current?.focus());
  };
  const save = async (next: string): Promise<void> => {
    if (next === props.value) return stop();
    setSaving(next);
    stop();
    try {
      await props.onSave(next);
    } catch (error) {
      const { title, text } = explain(error, t);
      setText(next);
      setProblem(text ? `${title}. ${text}` : title);
      setEditing(true);
    } finally {
      setSaving(null);
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") stop();
    if (event.key === "Enter" && (props.kind !== "lines" || event.ctrlKey || event.metaKey)) void save(text);
  };

  if (props.readOnly) return <>{view}</>;
  if (!editing) {
    return (
      <Group gap={2} wrap="nowrap">
        <button
          ref={button}
          type="button"
          className="tl-edit"
          aria-label={`${t("edit.field", { field: props.label })}: ${label}`}
          onClick={() => {
            setText(props.value);
            setEditing(true);
          }}
        >
          <span>{view}</span>
          <IconPencil size={14} stroke={1.7} aria-hidden />
        </button>
        {props.onHistory && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="xs"
            aria-label={t("edit.history", { field: props.label })}
            onClick={props.onHistory}
          >
            <IconHistory size={13} stroke={1.8} aria-hidden />
          </ActionIcon>
        )}
      </Group>
    );
  }
  const common = { "aria-label": props.label, size: "xs", autoFocus: true, ...(problem && { error: problem }) } as const;
  if (props.kind === "choice") {
    return (
      <Select
        {...common}
        data={props.options ?? []}
        value={text}
        defaultDropdownOpened
        allowDeselect={false}
        onChange={(next) => next && void save(next)}
        onBlur={stop}
        comboboxProps={{ withinPortal: true }}
      />
    );
  }
  const Input = props.kind === "lines" ? Textarea : TextInput;
  return (
    <Input
      {...common}
      value={text}
      {...(props.kind === "lines" && { autosize: true, minRows: 2 })}
      onChange={(event: { currentTarget: { value: string } }) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => void save(text)}
    />
  );
}
