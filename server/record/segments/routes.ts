import { bind } from "#platform/bind.ts";
import { segmentsContract } from "./contract.ts";
import { listMembers, listSegments, previewSegment, showSegment } from "./queries.ts";
import { archiveSegment, changeSegment, createSegment, restoreSegment } from "./save-segment.ts";

export const segmentsRoutes = bind(segmentsContract, {
  list: listSegments,
  show: showSegment,
  create: createSegment,
  change: changeSegment,
  archive: archiveSegment,
  restore: restoreSegment,
  members: listMembers,
  preview: previewSegment,
});
