import type { Task } from "#platform/jobs/task.ts";
import { deliverMessage } from "./deliver-message.ts";
import type { MessageInput } from "./message-input.ts";
import { sendMessage } from "./send-message.ts";
import { sendStaffMessage, type StaffMessage } from "./staff-mail.ts";

/** "messaging/send" and "messaging/send-to-staff" are asked for by name by modules above this one. */
export const messagingTasks: readonly Task[] = [
  { name: "messaging/deliver", run: (ctx, input) => deliverMessage(ctx, String(input.messageId)) },
  { name: "messaging/send", run: async (ctx, input) => void (await sendMessage(ctx, input as unknown as MessageInput)) },
  {
    name: "messaging/send-to-staff",
    run: async (ctx, input) => void (await sendStaffMessage(ctx, input as unknown as StaffMessage)),
  },
];
