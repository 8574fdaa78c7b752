import { bind } from "#platform/bind.ts";
import { configurationContract } from "./contract.ts";
import { listGuides, readGuide } from "./queries.ts";
import { createGuide, publishGuide } from "./save-guide.ts";

export const configurationRoutes = bind(configurationContract, {
  list: listGuides,
  create: createGuide,
  publish: publishGuide,
  read: readGuide,
});
