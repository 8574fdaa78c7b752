import { Button, Group, Text } from "@mantine/core";
import { useT } from "../../i18n/use-t.ts";

/** Other records look like this one: a person decides. */
export function DuplicatesNotice({ count, onOpen }: { count: number; onOpen: () => void }) {
  const t = useT("customers");
  return (
    <Group gap="sm" wrap="wrap">
      <Text size="sm">{t("duplicates.found", { count })}</Text>
      <Button size="compact-sm" variant="light" onClick={onOpen}>
        {t("duplicates.look")}
      </Button>
    </Group>
  );
}
