import { Button, Group, Modal, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";
import { type ChosenOffering, OfferingSelect } from "./offering-select.tsx";

/** States that an offering goes with another, and why: the reason is what customers and sellers read. */
export function RecommendDialog({ offering, onClose }: { offering: ChosenOffering; onClose: () => void }) {
  const t = useT("catalog");
  const { locale } = useFormat();
  const { key } = useSubmitKey();
  const form = useForm({
    initialValues: {
      other: null as ChosenOffering | null,
      kind: "cross_sell" as "cross_sell" | "up_sell",
      reason: { fr: "", en: "" },
    },
    validate: (values) => ({
      ...(!values.other && { other: t("field.required") }),
      ...(!values.reason.fr.trim() && { "reason.fr": t("field.required") }),
      ...(!values.reason.en.trim() && { "reason.en": t("field.required") }),
    }),
  });
  const state = useWrite(
    api.recommendations.state.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.recommendations.key() });
        onClose();
      },
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
    { done: t("done.recommended") },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("goesWith.dialog", { name: offering.name[locale] })}
      closeButtonProps={{ "aria-label": t("common:action.close") }}
    >
      <form
        noValidate
        onSubmit={form.onSubmit(({ other, kind, reason }) =>
          state.mutate({ sku: offering.sku, withSku: other!.sku, kind, reason }),
        )}
      >
        <Stack gap="sm">
          <OfferingSelect
            label={t("goesWith.other")}
            required
            published
            except={offering.id}
            value={form.values.other}
            onChange={(other) => form.setFieldValue("other", other)}
            error={form.errors["other"]}
          />
          <div>
            <SegmentedControl
              fullWidth
              aria-label={t("goesWith.kind")}
              data={(["cross_sell", "up_sell"] as const).map((value) => ({ value, label: t(`goesWith.${value}`) }))}
              {...form.getInputProps("kind")}
            />
            <Text size="xs" c="dimmed" mt={4}>
              {t(`goesWith.help.${form.values.kind}`)}
            </Text>
          </div>
          <TextInput label={t("goesWith.reason.fr")} required maxLength={160} {...form.getInputProps("reason.fr")} />
          <TextInput label={t("goesWith.reason.en")} required maxLength={160} {...form.getInputProps("reason.en")} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("common:action.cancel")}
            </Button>
            <Button type="submit" loading={state.isPending}>
              {t("goesWith.add")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
