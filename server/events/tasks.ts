import type { App, Context } from "#platform/context.ts";
import type { Task } from "#platform/jobs/task.ts";
import { react } from "./react.ts";

const tasks = new Map<string, Task>();

/** Called once at start with the tasks of every module. */
export function registerTasks(all: readonly Task[]): void {
  tasks.clear();
  for (const task of all) tasks.set(task.name, task);
}

/** The two kinds of jobs in the queue: a reaction to an event, and a task of a module. */
export const taskList = (app: App) => ({
  react: (payload: unknown) => {
    const { eventId, subscriber } = payload as { eventId: string; subscriber: string };
    return react(app, eventId, subscriber);
  },
  task: async (payload: unknown) => {
    const { task, input } = payload as { task: string; input: Record<string, unknown> };
    await tasks.get(task)?.run(systemContext(app, task), input);
  },
});

/** The context of work nobody asked for by hand. */
export const systemContext = (app: App, name: string): Context => ({
  app,
  actor: { kind: "system", id: name },
  now: app.clock.now(),
  locale: "en",
  requestId: `system:${name}`,
});
