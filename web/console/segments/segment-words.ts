import i18next from "i18next";
import type { client } from "../../api/client.ts";
import type { T } from "../../i18n/use-t.ts";
import { eventName } from "../../ui/timeline.tsx";

export type Segment = Awaited<ReturnType<typeof client.segments.list>>["rows"][number];
export type Definition = Segment["definition"];
export type Group = Definition["groups"][number];
export type Rule = Group["rules"][number];

export const fields = [
  "contact.email",
  "contact.phone",
  "contact.jobTitle",
  "contact.locale",
  "contact.roles",
  "contact.createdAt",
  "customer.name",
  "customer.kind",
  "customer.sector",
  "customer.size",
  "customer.segment",
  "customer.country",
  "customer.city",
  "customer.postcode",
  "customer.createdAt",
] as const;
export const fieldOps = ["is", "is_not", "contains", "starts_with", "is_set", "is_not_set", "after", "before"] as const;
export const eventOps = ["at_least", "at_most", "never"] as const;
export const whereOps = ["is", "is_not", "at_least", "at_most"] as const;
export const consentStates = ["given", "pending", "withdrawn", "none"] as const;
export const ruleKinds = ["field", "consent", "event", "stage", "segment"] as const;

export const hasValue = (op: string): boolean => op !== "is_set" && op !== "is_not_set";

/** Kinds of events by their words, for choosing. */
export function eventChoices(t: T): { value: string; label: string }[] {
  const words = i18next.getResourceBundle(i18next.language, "events") as Record<string, string> | undefined;
  return Object.keys(words ?? {})
    .filter((key) => key.includes("."))
    .map((type) => ({ value: type, label: eventName(type, t) }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** What a rule says, in the reader's words. */
export function describeRule(rule: Rule, t: T, names: { purposes: Map<string, string>; segments: Map<string, string> }): string {
  switch (rule.kind) {
    case "field": {
      const value = rule.op === "in" ? (rule.values ?? []).join(", ") : String(rule.value ?? "");
      return t(`says.field.${rule.op}`, { field: t(`field.${rule.field}`), value });
    }
    case "consent":
      return t(rule.not ? "says.consentNot" : "says.consent", {
        purpose: names.purposes.get(rule.purpose) ?? rule.purpose,
        state: t(`consent.${rule.state}`),
      });
    case "event": {
      const event = eventName(rule.type, t);
      const base = rule.op === "never" ? t("says.never", { event }) : t(`says.${rule.op}`, { event, count: rule.count ?? 1 });
      const where = (rule.where ?? []).map((one) => t(`says.where.${one.op}`, { field: one.field, value: String(one.value) }));
      return [base, ...where, ...(rule.withinDays ? [t("says.within", { count: rule.withinDays })] : [])].join(", ");
    }
    case "latest":
      return t("says.latest", { event: eventName(rule.is, t) });
    case "stage":
      return t(rule.not ? "says.stageNot" : "says.stage", {
        stages: rule.stages.map((stage) => t(`common:stage.${stage}`)).join(", "),
      });
    case "segment":
      return t(rule.not ? "says.notInSegment" : "says.inSegment", { name: names.segments.get(rule.segmentId) ?? "…" });
  }
}

export const emptyRule = (kind: (typeof ruleKinds)[number]): Rule => {
  switch (kind) {
    case "field":
      return { kind, field: "customer.sector", op: "is", value: "" };
    case "consent":
      return { kind, purpose: "marketing_email", state: "given", not: false };
    case "event":
      return { kind, type: "order.placed", op: "at_least", count: 1, of: "account", where: [] };
    case "stage":
      return { kind, stages: ["use"], not: false };
    case "segment":
      return { kind, segmentId: "", not: false };
  }
};
