import "./home.css";
import { type ReactNode, useCallback, useState } from "react";
import { now } from "../../api/now.ts";
import { useCan } from "../../api/can.ts";
import { useMe } from "../../api/session.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { Page } from "../../ui/page.tsx";
import { ApprovalsWaiting } from "./approvals-waiting.tsx";
import { ConversationsOpen } from "./conversations-open.tsx";
import { FirstRun } from "./first-run.tsx";
import { FreshLeads } from "./fresh-leads.tsx";
import { LeadsWaiting } from "./leads-waiting.tsx";
import { MyDeals } from "./my-deals.tsx";
import { OrdersAtRisk } from "./orders-at-risk.tsx";
import { TasksToDo } from "./tasks-to-do.tsx";
import { TargetsMissed } from "./targets-missed.tsx";
import { LoopsOpen } from "./loops-open.tsx";
import { ActionsOpen } from "./actions-open.tsx";
import { CustomersAtRisk } from "./customers-at-risk.tsx";
import { PaymentsUnmatched } from "./payments-unmatched.tsx";
import { InvoicesOverdue } from "./invoices-overdue.tsx";
import { VisitsToday } from "./visits-today.tsx";
import { WorkPlace } from "./work-place.tsx";

/** What needs me now: one panel for each kind of work my role may do, each row opening its record; where nothing waits comes last. */
export default function Home() {
  const t = useT("home");
  const format = useFormat();
  const can = useCan();
  const me = useMe();
  const [quiet, setQuiet] = useState<ReadonlySet<string>>(new Set());
  const tell = useCallback(
    (id: string, isQuiet: boolean) =>
      setQuiet((before) =>
        before.has(id) === isQuiet ? before : new Set(isQuiet ? [...before, id] : [...before].filter((one) => one !== id)),
      ),
    [],
  );
  if (!me) return null;
  const panels: { id: string; isMine: boolean; panel: ReactNode }[] = [
    { id: "approvals", isMine: can("decide approvals"), panel: <ApprovalsWaiting /> },
    { id: "leads", isMine: can("work on leads"), panel: <LeadsWaiting ownerId={me.id} /> },
    { id: "fresh", isMine: can("hand leads over"), panel: <FreshLeads /> },
    { id: "risks", isMine: can("move promises"), panel: <OrdersAtRisk /> },
    { id: "tasks", isMine: can("ship orders") || can("work on tasks"), panel: <TasksToDo /> },
    { id: "visits", isMine: can("do visits"), panel: <VisitsToday /> },
    { id: "conversations", isMine: can("answer conversations"), panel: <ConversationsOpen /> },
    { id: "targets", isMine: can("set targets"), panel: <TargetsMissed /> },
    { id: "loops", isMine: can("work on feedback"), panel: <LoopsOpen /> },
    { id: "actions", isMine: can("work on actions"), panel: <ActionsOpen /> },
    { id: "leaving", isMine: can("work on playbooks"), panel: <CustomersAtRisk /> },
    { id: "payments", isMine: can("match payments"), panel: <PaymentsUnmatched /> },
    { id: "disputed", isMine: can("match payments"), panel: <InvoicesOverdue status="disputed" /> },
    { id: "overdue", isMine: can("match payments"), panel: <InvoicesOverdue status="overdue" /> },
    { id: "deals", isMine: can("work on opportunities"), panel: <MyDeals ownerId={me.id} /> },
  ];
  const mine = panels.filter(({ isMine }) => isMine);
  const inOrder = [...mine.filter(({ id }) => !quiet.has(id)), ...mine.filter(({ id }) => quiet.has(id))];
  return (
    <Page title={t("hello", { name: me.name.split(" ")[0] ?? "" })} subtitle={t("subtitle", { day: format.day(now()) })}>
      <FirstRun />
      <div className="tl-home">
        {inOrder.map(({ id, panel }) => (
          <WorkPlace key={id} id={id} tell={tell}>
            {panel}
          </WorkPlace>
        ))}
      </div>
    </Page>
  );
}
