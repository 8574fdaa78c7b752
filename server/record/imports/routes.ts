import { bind } from "#platform/bind.ts";
import { importsContract } from "./contract.ts";
import { mapImport, prepareImport } from "./prepare-import.ts";
import { listImports, listKinds, readResult, showImport } from "./queries.ts";
import { startImport, tryImport } from "./run-import.ts";
import { undoImport } from "./undo-import.ts";

export const importsRoutes = bind(importsContract, {
  kinds: listKinds,
  list: listImports,
  prepare: async (ctx, input) =>
    prepareImport(ctx, { kind: input.kind, fileName: input.file.name, bytes: new Uint8Array(await input.file.arrayBuffer()) }),
  show: showImport,
  map: mapImport,
  tryOut: tryImport,
  run: startImport,
  result: readResult,
  undo: undoImport,
});
