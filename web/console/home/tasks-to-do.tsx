import { useQuery } from "@tanstack/react-query";
import { api } from "../../api/client.ts";
import { live } from "../../api/query-client.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { useT } from "../../i18n/use-t.ts";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { taskTone } from "../orders/order-words.ts";
import { WorkPanel } from "./work-panel.tsx";

/** Tasks that failed, then those ready to be done, by due time. */
export function TasksToDo() {
  const t = useT("home");
  const format = useFormat();
  const query = useQuery({
    ...api.fulfillment.tasks.queryOptions({ input: { limit: 100 } }),
    ...live("task", "order", "shipment"),
  });
  return (
    <WorkPanel
      title={t("tasks.title")}
      query={query}
      urgent={!!query.data?.rows.some((task) => task.status === "failed")}
      all={{ to: "/orders/tasks" }}
      empty={t("tasks.empty")}
      rows={({ rows }) =>
        rows
          .filter((task) => task.status === "failed" || task.status === "ready")
          .toSorted((a, b) => Number(b.status === "failed") - Number(a.status === "failed"))
          .map((task) => ({
            id: task.id,
            title: `${t(`orders:kind.${task.kind}`)} · ${task.name}`,
            note: `${task.orderNumber} · ${task.customerName} · ${task.failure ?? t("due", { when: format.relative(task.dueAt) })}`,
            badge: <StatusBadge status={task.status} tone={taskTone[task.status]} label={t(`orders:task.${task.status}`)} />,
            to: { to: "/orders/$orderId", params: { orderId: task.orderId } },
          }))
      }
    />
  );
}
