import { Alert, Autocomplete, Button, Group, Input, Modal, Rating, Stack, Textarea, TextInput } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useCan } from "../../api/can.ts";
import { ApiError } from "../../api/api-error.ts";
import { api } from "../../api/client.ts";
import { now } from "../../api/now.ts";
import { queryClient } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useT } from "../../i18n/use-t.ts";
import { explain } from "../../ui/error-state.tsx";
import { tell } from "../../ui/toast.tsx";
import { CustomerSelect } from "../customer-select.tsx";

const longestId = 120;

/** Notes a review read elsewhere. Its address, or else who wrote it and when, tells the same one from another. */
export function NoteReview({ sites, onClose }: { sites: string[]; onClose: () => void }) {
  const t = useT("reviews");
  const can = useCan();
  const { key } = useSubmitKey();
  const [form, setForm] = useState({ site: "", author: "", text: "", url: "", rating: 0 });
  const [day, setDay] = useState<string | null>(new Date(now()).toISOString().slice(0, 10));
  const [customerId, setCustomerId] = useState<string | null>(null);
  const note = useMutation(
    api.listening.note.mutationOptions({
      context: { idempotencyKey: key },
      onSuccess: async () => {
        await queryClient.invalidateQueries({ queryKey: api.listening.key() });
        tell(t("note.done"));
        onClose();
      },
    }),
  );
  const fields = note.error instanceof ApiError ? note.error.fields : {};
  const problem = note.error && Object.keys(fields).length === 0 ? explain(note.error, t) : undefined;
  const set = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }));
  const { site, author, text, url, rating } = form;
  const ready = site.trim() && author.trim() && text.trim() && rating > 0 && day;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    note.mutate({
      site: site.trim(),
      externalId: (url.trim() || `${author.trim()} ${day}`).slice(-longestId),
      rating,
      text: text.trim(),
      author: author.trim(),
      publishedAt: new Date(Math.min(Date.parse(`${day}T12:00:00`), now())),
      ...(url.trim() && { url: url.trim() }),
      ...(customerId && { customerId }),
    });
  };
  return (
    <Modal opened onClose={onClose} title={t("note.title")} closeButtonProps={{ "aria-label": t("action.close") }}>
      <form onSubmit={submit}>
        <Stack gap="md">
          {problem && (
            <Alert role="alert" color="red" title={problem.title}>
              {problem.text}
            </Alert>
          )}
          <Autocomplete
            data-autofocus
            label={t("site")}
            description={t("note.siteHelp")}
            required
            maxLength={60}
            data={sites}
            openOnFocus={false}
            value={site}
            error={fields["site"]}
            onChange={(value) => set({ site: value })}
          />
          <Input.Wrapper label={t("rating")} required error={fields["rating"]} labelElement="div">
            <Rating
              mt={4}
              size="lg"
              value={rating}
              onChange={(value) => set({ rating: value })}
              getSymbolLabel={(value) => t("stars", { value })}
            />
          </Input.Wrapper>
          <Textarea
            label={t("text")}
            required
            autosize
            minRows={3}
            maxRows={10}
            maxLength={5_000}
            value={text}
            error={fields["text"]}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <TextInput
            label={t("author")}
            required
            maxLength={120}
            value={author}
            error={fields["author"]}
            onChange={(event) => set({ author: event.currentTarget.value })}
          />
          <DatePickerInput
            label={t("publishedAt")}
            required
            valueFormat="DD/MM/YYYY"
            maxDate={new Date(now())}
            value={day}
            error={fields["publishedAt"]}
            onChange={setDay}
          />
          <TextInput
            type="url"
            label={t("note.url")}
            description={t("note.urlHelp")}
            maxLength={500}
            value={url}
            error={fields["url"]}
            onChange={(event) => set({ url: event.currentTarget.value })}
          />
          {can("read customers") && (
            <CustomerSelect
              label={t("customer")}
              description={t("note.customerHelp")}
              value={customerId}
              error={fields["customerId"]}
              onChange={setCustomerId}
            />
          )}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t("action.cancel")}
            </Button>
            <Button type="submit" loading={note.isPending} disabled={!ready}>
              {t("note.submit")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
