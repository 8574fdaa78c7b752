/** The house rules of ARCHITECTURE.md as tests: who may import whom, who may write what, how long a file may be. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { type Import, importsOf } from "./architecture/imports.ts";
import { moduleIds, rank, roomOf } from "./architecture/rooms.ts";
import { isTest, root, sourceFiles } from "./architecture/source-files.ts";
import { tableOwners, tableWrites } from "./architecture/table-owners.ts";

const server = sourceFiles("server");
const web = sourceFiles("web");
const all = [...server, ...web, ...sourceFiles("test", "scripts", "bench")];
const ofServer = server.filter((file) => !isTest(file.path)).flatMap(importsOf);
const place = ({ from, line }: Import): string => `${from}:${line}`;
const isOpen = (path: string): boolean => ["contract.ts", "events.ts"].includes(basename(path));
const isEngine = (path: string): boolean => /\/(engine|[a-z-]+-engine)\//.test(path);

/** Fails with one line per breach. */
const none = (breaches: string[]): void => assert.equal(breaches.join("\n"), "");

test("every module has its three front doors, and every room of server/ is a module of modules.ts", () => {
  const missing = moduleIds.flatMap((id) =>
    ["module.ts", "contract.ts", "events.ts"]
      .map((name) => `server/${id}/${name}`)
      .filter((path) => !existsSync(join(root, path))),
  );
  none(missing);
  const known = new Set<string>([...moduleIds, "platform", "events", "entrance"]);
  none(server.filter(({ path }) => !known.has(roomOf(path) ?? "")).map(({ path }) => path));
});

test("imports point upstream: to platform, events and the modules above (pure engines may be used by all)", () => {
  const wrong = ofServer.filter(({ from, to, isPackage }) => {
    const [here, there] = [roomOf(from), roomOf(to)];
    if (isPackage || here === undefined || there === undefined || here === "entrance" || here === there) return false;
    return rank(there) > rank(here) && (here === "platform" || there === "entrance" || (!isOpen(to) && !isEngine(to)));
  });
  none(wrong.map((each) => `${place(each)} imports ${each.to}`));
});

test("contracts and events rest on platform, events and other contracts and events alone", () => {
  const wrong = ofServer.filter(({ from, to, isPackage }) => {
    const there = roomOf(to);
    if (!isOpen(from) || !moduleIds.includes(roomOf(from) ?? "") || isPackage) return false;
    return there !== "platform" && there !== "events" && !isOpen(to) && !isEngine(to) && roomOf(from) !== there;
  });
  none(wrong.map((each) => `${place(each)} imports ${each.to}`));
});

test("nobody enters a module by its routes, reactions, jobs or declaration", () => {
  const inner = ["routes.ts", "subscribers.ts", "jobs.ts", "tasks.ts", "module.ts", "raw.ts", "seed.ts"];
  const wrong = ofServer.filter(({ from, to }) => {
    const there = roomOf(to);
    return (
      moduleIds.includes(there ?? "") && there !== roomOf(from) && inner.includes(basename(to)) && from !== "server/modules.ts"
    );
  });
  none(wrong.map((each) => `${place(each)} imports ${each.to}`));
});

test("no barrels: no index.ts, no file that only re-exports", () => {
  const onlyReexports = (text: string): boolean =>
    /^export\b[^;]*\bfrom\b/m.test(text) &&
    text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$|^export\b[^;]*?\bfrom\s*["'][^"']*["'];?/gm, "").trim() === "";
  none(all.filter(({ path, text }) => /^index\.tsx?$/.test(basename(path)) || onlyReexports(text)).map(({ path }) => path));
});

test("a module writes only its own tables, and those of the platform all stand on", () => {
  const owners = tableOwners();
  const wrong = server
    .filter(({ path }) => !isTest(path))
    .flatMap((file) => {
      const here = roomOf(file.path);
      return tableWrites(file)
        .filter(({ table }) => owners.has(table) && ![here, "platform"].includes(owners.get(table)))
        .map(({ table, line }) => `${file.path}:${line} writes ${table}, a table of ${owners.get(table)}`);
    });
  none(wrong);
});

test("the web knows of the server its contracts, its events and pure code that a browser can run", () => {
  const byPath = new Map(server.map((file) => [file.path, importsOf(file)]));
  const direct = web.flatMap(importsOf).filter(({ to }) => to.startsWith("server/"));
  const doors = direct.filter(({ to, typeOnly }) => !typeOnly && !isOpen(to) && !isEngine(to) && roomOf(to) !== "platform");
  none(doors.map((each) => `${place(each)} imports ${each.to}`));
  const reached = new Set<string>();
  const visit = (path: string): void => {
    if (reached.has(path)) return;
    reached.add(path);
    for (const { to, typeOnly, isPackage } of byPath.get(path) ?? []) if (!typeOnly && !isPackage) visit(to);
  };
  for (const { to, typeOnly } of direct) if (!typeOnly) visit(to);
  const serverOnly = /^node:|^(pg|kysely|fastify|graphile-worker|nodemailer|better-auth|pino)\b/;
  const wrong = [...reached]
    .flatMap((path) => byPath.get(path) ?? [])
    .filter(({ to, typeOnly, isPackage }) => isPackage && !typeOnly && serverOnly.test(to));
  none(wrong.map((each) => `${place(each)} imports ${each.to}, and the web reaches that file`));
});

test("the server takes nothing from the web but its texts, and nothing from the tests but the story", () => {
  const wrong = ofServer.filter(
    ({ to }) =>
      (to.startsWith("web/") && !to.startsWith("web/i18n/")) || (to.startsWith("test/") && !to.startsWith("test/story/")),
  );
  none(wrong.map((each) => `${place(each)} imports ${each.to}`));
});

test("no file is longer than 300 lines", (t) => {
  const lengths = all.map(({ path, text }) => ({ path, lines: text.trimEnd().split("\n").length }));
  for (const { path, lines } of lengths)
    if (lines > 200 && lines <= 300) t.diagnostic(`${path} has ${lines} lines: time to split`);
  none(lengths.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path} has ${lines} lines`));
});
