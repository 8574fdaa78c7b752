import { bind } from "#platform/bind.ts";
import { completePlaybookTask } from "./complete-task.ts";
import { playbooksContract } from "./contract.ts";
import { changePlaybook, listPlaybooks, listRuns } from "./queries.ts";
import { startPlaybook } from "./start-playbook.ts";

export const playbooksRoutes = bind(playbooksContract, {
  list: listPlaybooks,
  change: changePlaybook,
  runs: listRuns,
  start: startPlaybook,
  completeTask: completePlaybookTask,
});
