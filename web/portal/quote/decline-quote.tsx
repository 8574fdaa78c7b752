import { Button, Modal, Stack, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { useT } from "../../i18n/use-t.ts";
import { useWrite } from "../../ui/use-write.ts";

/** A no, with what did not suit: the answer that teaches us most. */
export function DeclineQuote({ quoteId }: { quoteId: string }) {
  const t = useT("portal-quote");
  const queries = useQueryClient();
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState("");
  const decline = useWrite(
    api.quotes.decline.mutationOptions({
      onSuccess: async () => {
        setOpened(false);
        await queries.invalidateQueries({ queryKey: api.quotes.key() });
      },
    }),
    { done: t("decline.done") },
  );
  return (
    <>
      <Button variant="subtle" color="gray" onClick={() => setOpened(true)}>
        {t("decline.open")}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={t("decline.title")}
        closeButtonProps={{ "aria-label": t("action.close") }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            decline.mutate({ quoteId, reason });
          }}
        >
          <Stack>
            <Textarea
              label={t("decline.why")}
              required
              autosize
              minRows={3}
              maxLength={500}
              data-autofocus
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
            <Button type="submit" color="red" loading={decline.isPending} disabled={reason.trim() === ""}>
              {t("decline.submit")}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
