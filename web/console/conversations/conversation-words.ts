import { IconHeadset, IconMail, IconMessageCircle, IconPhone } from "@tabler/icons-react";
import type { client } from "../../api/client.ts";
import type { T } from "../../i18n/use-t.ts";
import type { Icon } from "../../ui/empty-state.tsx";
import type { Tone } from "../../ui/status-badge.tsx";

export type ConversationRow = Awaited<ReturnType<typeof client.conversations.list>>["rows"][number];
export type ConversationDetail = Awaited<ReturnType<typeof client.conversations.show>>;
export type ConversationMessage = ConversationDetail["messages"][number];
export type AssistantTurn = Awaited<ReturnType<typeof client.assistant.turns>>["rows"][number];

export const statuses = ["open", "waiting", "snoozed", "resolved"] as const;
export const channels = ["chat", "email", "phone", "console"] as const;
export const kinds = ["question", "case", "complaint"] as const;
export const priorities = ["urgent", "high", "normal", "low"] as const;

export const statusTone: Record<ConversationRow["status"], Tone> = {
  open: "info",
  waiting: "waiting",
  snoozed: "plan",
  resolved: "good",
  merged: "neutral",
};
export const priorityColor: Record<ConversationRow["priority"], string> = {
  urgent: "red",
  high: "orange",
  normal: "gray",
  low: "gray",
};
export const channelIcon: Record<ConversationRow["channel"], Icon> = {
  chat: IconMessageCircle,
  email: IconMail,
  phone: IconPhone,
  console: IconHeadset,
};

/** Whom one talks to: their name, else their company, else simply a visitor. */
export const personOf = (one: Pick<ConversationRow, "contactName" | "customerName">, t: T): string =>
  one.contactName ?? one.customerName ?? t("visitor");

export const asOptions = (values: readonly string[], t: T, group: string): { value: string; label: string }[] =>
  values.map((value) => ({ value, label: t(`${group}.${value}`) }));
