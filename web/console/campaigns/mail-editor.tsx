import { Button, Group, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useT } from "../../i18n/use-t.ts";
import { replaced } from "./campaign-words.ts";
import type { Block, MailDraft } from "./draft.ts";
import { ListTools } from "./list-tools.tsx";

const kinds = ["text", "heading", "button", "divider"] as const;
const fresh = (kind: Block["kind"]): Block =>
  kind === "button" ? { kind, label: "" } : kind === "divider" ? { kind } : { kind, text: "" };

/** The words of a mail in one language: its subject, what mail programs show beside it, its pieces in order. */
export function MailEditor(props: {
  mail: MailDraft;
  /** The same in the other language, to begin from. */
  other: MailDraft;
  choice: ReactNode;
  disabled?: boolean;
  onChange: (mail: MailDraft) => void;
  onRemove?: () => void;
}) {
  const { mail } = props;
  const t = useT("campaigns");
  const disabled = props.disabled ?? false;
  const set = (change: Partial<MailDraft>): void => props.onChange({ ...mail, ...change });
  const setBlock = (at: number, block: Block): void => set({ blocks: replaced(mail.blocks, at, block) });
  return (
    <Stack gap="md">
      <Group justify="space-between">
        {props.choice}
        <Button variant="subtle" size="compact-sm" disabled={disabled} onClick={() => props.onChange(props.other)}>
          {t("edit.takeOther")}
        </Button>
      </Group>
      <TextInput
        label={t("mail.subject")}
        description={t("mail.subjectHelp", { firstName: "{{firstName}}" })}
        required
        maxLength={150}
        disabled={disabled}
        value={mail.subject}
        onChange={(event) => set({ subject: event.currentTarget.value })}
      />
      <TextInput
        label={t("mail.preview")}
        description={t("mail.previewHelp")}
        maxLength={200}
        disabled={disabled}
        value={mail.preview}
        onChange={(event) => set({ preview: event.currentTarget.value })}
      />
      <TextInput
        label={t("mail.heading")}
        maxLength={150}
        disabled={disabled}
        value={mail.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      {mail.blocks.map((block, at) => (
        // pieces have no identity of their own
        <section key={at} className="tl-piece" aria-label={t(`block.${block.kind}`)}>
          <header>
            <Text size="sm" fw={600}>
              {t(`block.${block.kind}`)}
            </Text>
            <ListTools
              list={mail.blocks}
              at={at}
              name={t(`block.${block.kind}`)}
              disabled={disabled}
              onChange={(blocks) => set({ blocks })}
            />
          </header>
          <BlockInput block={block} disabled={disabled} onChange={(next) => setBlock(at, next)} />
        </section>
      ))}
      <Group gap="xs">
        {kinds.map((kind) => (
          <Button
            key={kind}
            variant="light"
            size="xs"
            disabled={disabled}
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => set({ blocks: [...mail.blocks, fresh(kind)] })}
          >
            {t(`block.${kind}`)}
          </Button>
        ))}
      </Group>
      {props.onRemove && (
        <Button variant="subtle" color="red" size="compact-sm" w="fit-content" disabled={disabled} onClick={props.onRemove}>
          {t("mail.remove")}
        </Button>
      )}
    </Stack>
  );
}

function BlockInput({ block, disabled, onChange }: { block: Block; disabled: boolean; onChange: (block: Block) => void }) {
  const t = useT("campaigns");
  if (block.kind === "divider")
    return (
      <Text size="sm" c="dimmed">
        {t("block.dividerText")}
      </Text>
    );
  if (block.kind === "button")
    return (
      <Group grow align="start">
        <TextInput
          label={t("block.label")}
          required
          maxLength={80}
          disabled={disabled}
          value={block.label}
          onChange={(event) => onChange({ ...block, label: event.currentTarget.value })}
        />
        <TextInput
          type="url"
          label={t("block.url")}
          placeholder={t("block.urlPage")}
          maxLength={500}
          disabled={disabled}
          value={block.url ?? ""}
          onChange={(event) => {
            const url = event.currentTarget.value.trim();
            onChange({ kind: "button", label: block.label, ...(url && { url }) });
          }}
        />
      </Group>
    );
  return (
    <Textarea
      aria-label={t(`block.${block.kind}`)}
      description={block.kind === "text" ? t("block.textHelp") : undefined}
      inputWrapperOrder={["input", "description"]}
      autosize
      minRows={block.kind === "text" ? 2 : 1}
      maxLength={block.kind === "text" ? 4_000 : 200}
      disabled={disabled}
      value={block.text}
      onChange={(event) => onChange({ ...block, text: event.currentTarget.value })}
    />
  );
}
