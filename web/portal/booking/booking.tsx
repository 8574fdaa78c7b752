import { Button, Card, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useSubmitKey } from "../../api/use-submit-key.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { LinkButton } from "../../ui/links.tsx";
import { Loaded } from "../../ui/loaded.tsx";
import { SlotPicker } from "../../ui/slot-picker.tsx";
import { useWrite } from "../../ui/use-write.ts";
import { PortalPage } from "../portal-page.tsx";

/** Choosing the technician's visit, or another time for it, among windows that are really feasible. */
export default function Booking() {
  const { orderId = "" } = useParams({ strict: false });
  const t = useT("portal-orders");
  const format = useFormat();
  const navigate = useNavigate();
  const { key } = useSubmitKey();
  const [slot, setSlot] = useState<string>();
  const input = { orderId };
  const visit = useQuery(api.appointments.myAppointment.queryOptions({ input }));
  const slots = useQuery({ ...api.appointments.mySlots.queryOptions({ input }), ...live("appointment"), staleTime: 0 });
  const after = {
    context: { idempotencyKey: `${key}${slot ?? ""}` },
    onSuccess: () => void navigate({ to: "/portal/orders/$orderId", params: { orderId } as never }),
    onError: () => void slots.refetch(), // somebody else took the window: what is left is shown
  };
  const book = useWrite(api.appointments.bookMine.mutationOptions(after), { done: t("booking.done") });
  const move = useWrite(api.appointments.moveMine.mutationOptions(after), { done: t("booking.moved") });
  const confirm = (): void => {
    if (!slot) return;
    const startsAt = new Date(slot);
    if (visit.data) move.mutate({ appointmentId: visit.data.id, startsAt });
    else book.mutate({ orderId, startsAt });
  };
  return (
    <PortalPage
      title={t(visit.data ? "booking.moveTitle" : "booking.title")}
      intro={
        visit.data &&
        t("booking.now", {
          day: format.day(visit.data.startsAt),
          from: format.time(visit.data.startsAt),
          to: format.time(visit.data.endsAt),
        })
      }
    >
      <Loaded query={visit}>
        {() => (
          <Card padding="lg">
            <Stack gap="md">
              <Loaded query={slots}>
                {(data) => (
                  <SlotPicker
                    slots={data.slots.map((one) => ({ id: one.startsAt, from: one.startsAt, to: one.endsAt }))}
                    value={slot}
                    onChange={setSlot}
                  />
                )}
              </Loaded>
              <div className="tl-portal-foot">
                {slot && (
                  <Text size="sm" mb={6} aria-live="polite">
                    {t("booking.chosen", { day: format.day(slot), time: format.time(slot) })}
                  </Text>
                )}
                <Button size="md" fullWidth disabled={!slot} loading={book.isPending || move.isPending} onClick={confirm}>
                  {t(visit.data ? "booking.moveAction" : "booking.action")}
                </Button>
                <LinkButton mt="xs" size="md" fullWidth variant="subtle" to="/portal/orders/$orderId" params={{ orderId }}>
                  {t("action.back")}
                </LinkButton>
              </div>
            </Stack>
          </Card>
        )}
      </Loaded>
    </PortalPage>
  );
}
