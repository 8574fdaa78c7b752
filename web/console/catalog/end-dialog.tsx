import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { ApiError } from "../../api/api-error.ts";
import { useT } from "../../i18n/use-t.ts";
import { today } from "../day.ts";

/** Until when something holds: its last day, today by default. A refusal stands at the day. */
export function EndDialog(props: {
  title: string;
  text: string;
  validFrom: string;
  validUntil: string | null;
  onClose: () => void;
  onEnd: (validUntil: string) => Promise<unknown>;
}) {
  const t = useT("catalog");
  const [day, setDay] = useState<string | null>(props.validUntil ?? (props.validFrom > today() ? props.validFrom : today()));
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!day) return setProblem(t("field.required"));
    if (day < props.validFrom) return setProblem(t("field.daysBackwards"));
    setBusy(true);
    try {
      await props.onEnd(day);
      props.onClose();
    } catch (error) {
      if (error instanceof ApiError) setProblem(error.fields["validUntil"] ?? error.detail);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal opened onClose={props.onClose} title={props.title} closeButtonProps={{ "aria-label": t("common:action.close") }}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <Text size="sm">{props.text}</Text>
          <DatePickerInput
            data-autofocus
            label={t("end.lastDay")}
            required
            valueFormat="DD/MM/YYYY"
            value={day}
            error={problem}
            onChange={(next) => {
              setDay(next);
              setProblem("");
            }}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={busy}>
              {t("end.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
