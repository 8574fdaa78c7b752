import { bind } from "#platform/bind.ts";
import { configurationContract } from "./contract.ts";
import { listGuides, listOnlineGuides, readGuide } from "./queries.ts";
import { createGuide, publishGuide } from "./save-guide.ts";

export const configurationRoutes = bind(configurationContract, {
  list: listGuides,
  create: createGuide,
  publish: publishGuide,
  online: listOnlineGuides,
  read: readGuide,
});
