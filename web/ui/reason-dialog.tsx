import { Button, Group, Modal, Stack, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useT } from "../i18n/use-t.ts";

/** Asks for the reason a record keeps. What was typed stays when the server refuses. */
export function ReasonDialog(props: {
  title: string;
  label: string;
  opened: boolean;
  onClose: () => void;
  /** The words of the button: what will happen. */
  action: string;
  danger?: boolean;
  maxLength?: number;
  onSubmit: (reason: string) => Promise<unknown>;
}) {
  const t = useT();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!reason.trim()) return;
    setBusy(true);
    try {
      await props.onSubmit(reason.trim());
      setReason("");
      props.onClose();
    } catch {
      // told by the write itself; the text is kept
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={props.title}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <form onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Textarea
            data-autofocus
            label={props.label}
            required
            autosize
            minRows={3}
            maxLength={props.maxLength ?? 200}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={busy} disabled={!reason.trim()} {...(props.danger && { color: "red" })}>
              {props.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
