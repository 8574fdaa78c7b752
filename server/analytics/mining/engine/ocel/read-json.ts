import { instantOf } from "../instant.ts";
import { LogError } from "../log-error.ts";
import type { AttributeValue } from "../types.ts";
import { lineOfPath } from "./json-place.ts";
import { parseJson } from "./parse-json.ts";
import type { OcelAttributeType, OcelLog, OcelRelationship, OcelType } from "./types.ts";

type Path = readonly (string | number)[];
const types = ["string", "time", "integer", "float", "boolean"] as const;

/** An object-centric event log from OCEL 2.0 JSON. Refuses (LogError) what is none, with line, place and cause. */
export function readOcelJson(text: string): OcelLog {
  const json = parseJson(text);
  const wrong = (path: Path, cause: string): never => {
    const place = path.map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`)).join("");
    throw new LogError(lineOfPath(text, path), `${place.slice(1) || "the file"} ${cause}`);
  };
  const object = (value: unknown, path: Path): Record<string, unknown> =>
    typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : wrong(path, "must be an object { … }");
  const root = object(json, []);
  if ("ocel:events" in root || "ocel:global-log" in root) wrong([], "is OCEL 1.0; only OCEL 2.0 is read");
  const list = <T>(
    of: Record<string, unknown>,
    name: string,
    path: Path,
    needed: boolean,
    each: (value: unknown, path: Path) => T,
  ): T[] => {
    const value = of[name];
    if (value === undefined || value === null) return needed ? wrong(path, `needs "${name}": a list`) : [];
    if (!Array.isArray(value)) return wrong([...path, name], "must be a list [ … ]");
    return value.map((item, index) => each(item, [...path, name, index]));
  };
  const text_ = (of: Record<string, unknown>, name: string, path: Path): string => {
    const value = of[name];
    if (typeof value === "number") return String(value);
    if (typeof value === "string" && value !== "") return value;
    return value === undefined
      ? wrong(path, `needs "${name}": a text`)
      : wrong([...path, name], "must be a text that is not empty");
  };
  const moment = (of: Record<string, unknown>, path: Path): number => {
    const time = instantOf(text_(of, "time", path));
    return Number.isNaN(time)
      ? wrong([...path, "time"], `is "${String(of["time"]).slice(0, 60)}", which is no date and time`)
      : time;
  };
  const type = (value: unknown, path: Path): OcelType => {
    const own = object(value, path);
    return {
      name: text_(own, "name", path),
      attributes: list(own, "attributes", path, false, (item, at) => {
        const attribute = object(item, at);
        const kind = text_(attribute, "type", at) as OcelAttributeType;
        // Other words than the five of the standard occur in public logs (date, double): read as text.
        return { name: text_(attribute, "name", at), type: types.includes(kind) ? kind : "string" };
      }),
    };
  };
  const relationship = (value: unknown, path: Path): OcelRelationship => {
    const own = object(value, path);
    return { objectId: text_(own, "objectId", path), qualifier: typeof own["qualifier"] === "string" ? own["qualifier"] : "" };
  };
  const attribute = (value: unknown, path: Path): { name: string; value: AttributeValue } => {
    const own = object(value, path);
    const given = own["value"];
    if (given !== null && typeof given === "object") return wrong([...path, "value"], "must be a text, a number, true or false");
    return { name: text_(own, "name", path), value: (given ?? "") as AttributeValue };
  };
  const ids = new Set<string>();
  const fresh = (id: string, path: Path): string => {
    if (ids.has(id)) wrong([...path, "id"], `repeats "${id}"`);
    ids.add(id);
    return id;
  };
  const objectTypes = list(root, "objectTypes", [], true, type);
  const eventTypes = list(root, "eventTypes", [], true, type);
  const objects = list(root, "objects", [], true, (value, path) => {
    const own = object(value, path);
    return {
      id: fresh(text_(own, "id", path), path),
      type: text_(own, "type", path),
      attributes: list(own, "attributes", path, false, (item, at) => ({
        ...attribute(item, at),
        time: object(item, at)["time"] === undefined ? 0 : moment(object(item, at), at),
      })),
      relationships: list(own, "relationships", path, false, relationship),
    };
  });
  ids.clear();
  const events = list(root, "events", [], true, (value, path) => {
    const own = object(value, path);
    return {
      id: fresh(text_(own, "id", path), path),
      type: text_(own, "type", path),
      time: moment(own, path),
      attributes: list(own, "attributes", path, false, attribute),
      relationships: list(own, "relationships", path, false, relationship),
    };
  });
  return { objectTypes, eventTypes, objects, events };
}
