import { Button, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { useReturnFocus } from "../../ui/use-return-focus.ts";
import { useWrite } from "../../ui/use-write.ts";
import { usePortalMe } from "../session.ts";
import type { Basket, Own } from "./use-basket.ts";

/** Asks for a quote. What is still open is completed at the lowest price; someone we know types nothing twice. */
export function RequestForm({ own, onDone, onClose }: { own: Own; onDone: (basket: Basket) => void; onClose: () => void }) {
  const t = useT("portal-shop");
  const me = usePortalMe();
  useReturnFocus();
  const { key } = useSubmitKey();
  const form = useForm({
    initialValues: {
      firstName: me?.firstName ?? "",
      lastName: me?.lastName ?? "",
      email: me?.email ?? "",
      company: me?.customerName ?? "",
      phone: me?.phone ?? "",
      comment: "",
    },
  });
  const request = useWrite(
    api.baskets.requestQuote.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: (basket) => {
        onClose();
        onDone(basket);
      },
      onError: (error) => {
        if (error instanceof ApiError) form.setErrors(error.fields);
      },
    }),
  );
  const submit = form.onSubmit(({ company, phone, comment, ...who }) =>
    request.mutate({ ...own, ...who, ...(company && { company }), ...(phone && { phone }), ...(comment && { comment }) }),
  );
  return (
    <Modal opened onClose={onClose} title={t("request.title")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          <Group grow align="start">
            <TextInput
              size="md"
              required
              autoComplete="given-name"
              label={t("request.firstName")}
              {...form.getInputProps("firstName")}
            />
            <TextInput
              size="md"
              required
              autoComplete="family-name"
              label={t("request.lastName")}
              {...form.getInputProps("lastName")}
            />
          </Group>
          <TextInput
            size="md"
            required
            type="email"
            autoComplete="email"
            label={t("request.email")}
            {...form.getInputProps("email")}
          />
          <TextInput size="md" autoComplete="organization" label={t("request.company")} {...form.getInputProps("company")} />
          <TextInput size="md" type="tel" autoComplete="tel" label={t("request.phone")} {...form.getInputProps("phone")} />
          <Textarea
            size="md"
            autosize
            minRows={2}
            maxLength={1000}
            label={t("request.comment")}
            {...form.getInputProps("comment")}
          />
          <Button type="submit" size="md" loading={request.isPending}>
            {t("request.action")}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
