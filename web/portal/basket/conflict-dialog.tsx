import { Button, Modal, Stack, Text } from "@mantine/core";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { reasonsFor } from "../../ui/rule-reasons.ts";
import { useReturnFocus } from "../../ui/use-return-focus.ts";
import type { Conflict } from "./use-basket.ts";

/** Why a choice cannot be, in words, and each way to get it all the same, with what it changes in the price. */
export function ConflictDialog(props: {
  wanted: string;
  conflict: Conflict;
  currency: string;
  busy: boolean;
  onTake: (drop: string[]) => void;
  onClose: () => void;
}) {
  const t = useT("portal-shop");
  const format = useFormat();
  useReturnFocus();
  const reasons = reasonsFor(props.conflict.reasons, format.locale);
  const change = (minor: string | null): string => {
    if (minor === null || minor === "0") return t("conflict.samePrice");
    return minor.startsWith("-")
      ? t("conflict.cheaper", { amount: format.money(minor.slice(1), props.currency) })
      : t("conflict.dearer", { amount: format.money(minor, props.currency) });
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t("conflict.title", { option: props.wanted })}
      closeButtonProps={{ "aria-label": t("action.close") }}
    >
      <Stack gap="sm">
        <ul className="tl-reasons">
          {(reasons.length ? reasons : [t("conflict.exclusive")]).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
        {props.conflict.repairs.length > 0 && <Text fw={600}>{t("conflict.waysOut")}</Text>}
        {props.conflict.repairs.map((repair) => (
          <Button
            key={repair.drop.join()}
            variant="light"
            size="md"
            h="auto"
            py={10}
            styles={{ label: { whiteSpace: "normal" } }}
            disabled={props.busy}
            onClick={() => props.onTake(repair.drop)}
          >
            {t("conflict.drop", { choices: repair.drop.join(", ") })} · {change(repair.priceChangeMinor)}
          </Button>
        ))}
        <Button variant="default" size="md" onClick={props.onClose}>
          {t("conflict.keep")}
        </Button>
      </Stack>
    </Modal>
  );
}
