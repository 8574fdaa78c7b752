import { Button, Card, Text } from "@mantine/core";
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
      width="wide"
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
          <div className="tl-portal-split">
            <Card padding="lg">
              <Loaded query={slots}>
                {(data) => (
                  <SlotPicker
                    slots={data.slots.map((one) => ({ id: one.startsAt, from: one.startsAt, to: one.endsAt }))}
                    value={slot}
                    onChange={setSlot}
                  />
                )}
              </Loaded>
            </Card>
            <aside className="tl-portal-foot">
              <Card padding="md">
                <Text mb="sm" fw={slot ? 600 : 400} aria-live="polite">
                  {slot ? t("booking.chosen", { day: format.day(slot), time: format.time(slot) }) : t("booking.none")}
                </Text>
                <Button size="md" fullWidth disabled={!slot} loading={book.isPending || move.isPending} onClick={confirm}>
                  {t(visit.data ? "booking.moveAction" : "booking.action")}
                </Button>
                <LinkButton mt={6} fullWidth variant="subtle" to="/portal/orders/$orderId" params={{ orderId }}>
                  {t("confirm.back")}
                </LinkButton>
              </Card>
            </aside>
          </div>
        )}
      </Loaded>
    </PortalPage>
  );
}
