import { type Context, reader } from "#platform/context.ts";
import { found } from "#platform/errors.ts";
import { judgeCase, stagesByActivity } from "../engine/conformance/judge-case.ts";
import { findProcess } from "./all.ts";
import { caseNames } from "./case-names.ts";
import { visibleCases } from "./visible-cases.ts";

const hourMs = 3_600_000;
const maxSteps = 500;

/** One case, step by step: which event each step is, how long it waited, and where it left what is meant. */
export async function showProcessCase(ctx: Context, input: { process: string; caseId: string }) {
  const process = findProcess(input.process);
  const db = reader(ctx);
  const row = found(
    await db
      .selectFrom("process_cases")
      .select(["case_id", "customer_id"])
      .where("process", "=", process.key)
      .where("case_id", "=", input.caseId)
      .executeTakeFirst(),
    "case",
    input.caseId,
  );
  found((await visibleCases(ctx, [{ customerId: row.customer_id }]))[0], "case", input.caseId);
  const steps = await db
    .selectFrom("process_steps")
    .select(["event_id", "type", "occurred_at"])
    .where("process", "=", process.key)
    .where("case_id", "=", input.caseId)
    .orderBy("occurred_at")
    .orderBy("position")
    .limit(maxSteps)
    .execute();
  const trace = {
    case: row.case_id,
    activities: steps.map((step) => step.type),
    times: steps.map((step) => step.occurred_at.getTime()),
  };
  const judged = judgeCase(trace, process.model, stagesByActivity(process.model));
  const names = await caseNames(ctx, process.key, [{ case: row.case_id, customerId: row.customer_id }]);
  return {
    caseId: row.case_id,
    name: names.cases.get(row.case_id) ?? null,
    customerId: row.customer_id,
    customerName: names.customers.get(row.customer_id ?? "") ?? null,
    hours: (trace.times.at(-1)! - trace.times[0]!) / hourMs,
    steps: steps.map((step, index) => ({
      eventId: step.event_id,
      activity: step.type,
      occurredAt: step.occurred_at,
      waitHours: index === 0 ? null : (trace.times[index]! - trace.times[index - 1]!) / hourMs,
    })),
    deviations: judged.deviations.map(({ class: kind, stage, event, beside }) => ({ class: kind, stage, step: event, beside })),
    late: judged.waits
      .filter(({ waitMs, maxWaitMs }) => waitMs > maxWaitMs)
      .map(({ stage, waitMs, maxWaitMs }) => ({ stage, hours: waitMs / hourMs, maxHours: maxWaitMs / hourMs })),
  };
}
