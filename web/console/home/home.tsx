import "./home.css";
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

/** What needs me now: one panel for each kind of work my role may do, each row opening its record. */
export default function Home() {
  const t = useT("home");
  const format = useFormat();
  const can = useCan();
  const me = useMe();
  if (!me) return null;
  return (
    <Page title={t("hello", { name: me.name.split(" ")[0] ?? "" })} subtitle={t("subtitle", { day: format.day(now()) })}>
      <FirstRun />
      <div className="tl-home">
        {can("decide approvals") && <ApprovalsWaiting />}
        {can("work on leads") && <LeadsWaiting ownerId={me.id} />}
        {can("hand leads over") && <FreshLeads />}
        {can("move promises") && <OrdersAtRisk />}
        {(can("ship orders") || can("work on tasks")) && <TasksToDo />}
        {can("do visits") && <VisitsToday />}
        {can("answer conversations") && <ConversationsOpen />}
        {can("set targets") && <TargetsMissed />}
        {can("work on feedback") && <LoopsOpen />}
        {can("work on actions") && <ActionsOpen />}
        {can("work on playbooks") && <CustomersAtRisk />}
        {can("match payments") && <PaymentsUnmatched />}
        {can("match payments") && <InvoicesOverdue status="disputed" />}
        {can("match payments") && <InvoicesOverdue status="overdue" />}
        {can("work on opportunities") && <MyDeals ownerId={me.id} />}
      </div>
    </Page>
  );
}
