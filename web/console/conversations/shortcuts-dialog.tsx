import { Kbd, Modal, Table } from "@mantine/core";
import { useT } from "../../i18n/use-t.ts";

const keys = [
  ["J", "shortcut.next"],
  ["K", "shortcut.previous"],
  ["R", "shortcut.reply"],
  ["N", "shortcut.note"],
  ["A", "shortcut.assign"],
  ["E", "shortcut.resolve"],
  ["Ctrl + Enter", "shortcut.send"],
  ["Esc", "shortcut.leave"],
] as const;

export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useT("conversations");
  return (
    <Modal opened onClose={onClose} title={t("action.shortcuts")} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <Table>
        <Table.Tbody>
          {keys.map(([key, what]) => (
            <Table.Tr key={key}>
              <Table.Td w={130}>
                <Kbd>{key}</Kbd>
              </Table.Td>
              <Table.Td>{t(what)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
