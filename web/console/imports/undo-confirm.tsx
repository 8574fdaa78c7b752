import { Button, Group, Modal, Text } from "@mantine/core";
import { useT } from "../../i18n/use-t.ts";

/** Taking thousands of records out cannot itself be undone: this once, one is asked. */
export function UndoConfirm(props: {
  opened: boolean;
  created: number;
  busy: boolean;
  onClose: () => void;
  onConfirm: () => void;
}) {
  const t = useT("imports");
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t("undo")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <Text size="sm" mb="md">
        {t("undo.text", { count: props.created })}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={props.onClose}>
          {t("action.cancel")}
        </Button>
        <Button color="red" loading={props.busy} onClick={props.onConfirm}>
          {t("undo.confirm")}
        </Button>
      </Group>
    </Modal>
  );
}
