import { DatabaseSync } from "node:sqlite";
import { instantOf } from "../instant.ts";
import { LogError } from "../log-error.ts";
import type { AttributeValue } from "../types.ts";
import type { OcelAttributeType, OcelLog, OcelObject, OcelRelationship, OcelType } from "./types.ts";

type Row = Record<string, unknown>;
const bookkeeping = new Set(["ocel_id", "ocel_time", "ocel_changed_field"]);
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** An object-centric event log from an OCEL 2.0 SQLite file, opened in memory and only read. Refuses (LogError) what is none, naming table and row. */
export function readOcelSqlite(bytes: Uint8Array): OcelLog {
  const database = new DatabaseSync(":memory:");
  try {
    database.deserialize(asPlainJournal(bytes));
    return readFrom(database);
  } catch (error) {
    if (error instanceof LogError) throw error;
    throw new LogError(null, `the SQLite file cannot be read: ${(error as Error).message}`);
  } finally {
    database.close();
  }
}

/** A file last written in write-ahead mode says so in its header, and such a file cannot be opened in memory. */
function asPlainJournal(bytes: Uint8Array): Uint8Array {
  const [writeVersion, readVersion] = [18, 19];
  if (bytes[writeVersion] !== 2 && bytes[readVersion] !== 2) return bytes;
  const plain = Uint8Array.from(bytes);
  plain[writeVersion] = plain[readVersion] = 1;
  return plain;
}

function readFrom(database: DatabaseSync): OcelLog {
  const all = (sql: string): Row[] => {
    const statement = database.prepare(sql);
    statement.setReadBigInts(true);
    return statement.all() as Row[];
  };
  const tables = new Set(all("select name from sqlite_master where type in ('table', 'view')").map(({ name }) => String(name)));
  for (const needed of ["event", "object", "event_object", "event_map_type", "object_map_type"])
    if (!tables.has(needed)) throw new LogError(null, `this is no OCEL 2.0 database: it has no table "${needed}"`);

  const tableOf = (kind: "event" | "object") => {
    const found = new Map<string, string>();
    for (const { ocel_type: type, ocel_type_map: map } of all(`select ocel_type, ocel_type_map from ${kind}_map_type`)) {
      const table = `${kind}_${String(map)}`;
      if (!tables.has(table)) throw new LogError(null, `type "${String(type)}" has no table "${table}" (see ${kind}_map_type)`);
      found.set(String(type), table);
    }
    return found;
  };
  const columnsOf = (table: string): OcelType["attributes"] =>
    all(`pragma table_info(${quoted(table)})`)
      .filter(({ name }) => !bookkeeping.has(String(name)))
      .map(({ name, type }) => ({ name: String(name), type: typeOf(String(type)) }));
  const typesOf = (found: Map<string, string>): OcelType[] =>
    [...found].map(([name, table]) => ({ name, attributes: columnsOf(table) }));
  const idsOf = (kind: "event" | "object") => {
    const known = new Map<string, string>();
    for (const { ocel_id: id, ocel_type: type } of all(`select ocel_id, ocel_type from ${quoted(kind)}`)) {
      if (id === null || type === null) throw new LogError(null, `table "${kind}": a row without ocel_id or ocel_type`);
      if (known.has(String(id))) throw new LogError(null, `table "${kind}": ocel_id "${String(id)}" is there twice`);
      known.set(String(id), String(type));
    }
    return known;
  };

  const [eventTables, objectTables] = [tableOf("event"), tableOf("object")];
  const [eventTypes, objectTypes] = [typesOf(eventTables), typesOf(objectTables)];
  const related = relations(
    all("select ocel_event_id as id, ocel_object_id as object, ocel_qualifier as qualifier from event_object"),
  );
  const linked = tables.has("object_object")
    ? relations(all("select ocel_source_id as id, ocel_target_id as object, ocel_qualifier as qualifier from object_object"))
    : new Map<string, OcelRelationship[]>();

  const timed = new Map<string, { time: number; attributes: { name: string; value: AttributeValue }[] }>();
  for (const { name, attributes } of eventTypes) {
    const table = eventTables.get(name)!;
    for (const row of all(`select * from ${quoted(table)}`))
      timed.set(String(row["ocel_id"]), { time: momentIn(row, table), attributes: valuesOf(row, attributes) });
  }
  const events = [...idsOf("event")].map(([id, type]) => {
    const own = timed.get(id);
    if (!own)
      throw new LogError(
        null,
        `event "${id}" of type "${type}" has no row with its time in "${eventTables.get(type) ?? `event_${type}`}"`,
      );
    return { id, type, ...own, relationships: related.get(id) ?? [] };
  });

  const objects = new Map<string, OcelObject>();
  for (const [id, type] of idsOf("object")) objects.set(id, { id, type, attributes: [], relationships: linked.get(id) ?? [] });
  for (const { name, attributes } of objectTypes) {
    const table = objectTables.get(name)!;
    for (const row of all(`select * from ${quoted(table)}`)) {
      const time = row["ocel_time"] === null ? 0 : momentIn(row, table);
      const changed = row["ocel_changed_field"];
      const set = typeof changed === "string" && changed !== "" ? attributes.filter((each) => each.name === changed) : attributes;
      for (const value of valuesOf(row, set)) objects.get(String(row["ocel_id"]))?.attributes.push({ ...value, time });
    }
  }
  return { objectTypes, eventTypes, objects: [...objects.values()], events };
}

function relations(rows: Row[]): Map<string, OcelRelationship[]> {
  const found = new Map<string, OcelRelationship[]>();
  for (const { id, object, qualifier } of rows) {
    const own = { objectId: String(object), qualifier: typeof qualifier === "string" ? qualifier : "" };
    const known = found.get(String(id));
    if (known) known.push(own);
    else found.set(String(id), [own]);
  }
  return found;
}

function momentIn(row: Row, table: string): number {
  const given = row["ocel_time"];
  const time = typeof given === "string" ? instantOf(given) : Number.NaN;
  if (Number.isNaN(time))
    throw new LogError(
      null,
      `table "${table}", ocel_id "${String(row["ocel_id"])}": ocel_time "${String(given)}" is no date and time`,
    );
  return time;
}

function valuesOf(row: Row, attributes: OcelType["attributes"]): { name: string; value: AttributeValue }[] {
  return attributes.flatMap(({ name, type }) => {
    const value = row[name];
    if (value === null || value === undefined || value instanceof Uint8Array) return [];
    if (type === "boolean") return { name, value: value === 1n || value === "1" || value === "true" || value === "TRUE" };
    // Whole numbers beyond 2^53 stay texts rather than lose digits.
    if (typeof value === "bigint") return { name, value: Number.isSafeInteger(Number(value)) ? Number(value) : String(value) };
    return { name, value: value as string | number };
  });
}

function typeOf(declared: string): OcelAttributeType {
  const type = declared.toUpperCase();
  if (type.includes("INT")) return "integer";
  if (type.includes("BOOL")) return "boolean";
  if (type.includes("TIME") || type.includes("DATE")) return "time";
  return /REAL|FLOA|DOUB|NUM|DEC/.test(type) ? "float" : "string";
}
