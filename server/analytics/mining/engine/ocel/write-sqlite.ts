import { DatabaseSync } from "node:sqlite";
import type { AttributeValue } from "../types.ts";
import type { OcelAttributeType, OcelLog, OcelType } from "./types.ts";
import { eventTime, instant } from "./write-json.ts";

const sqlType: Record<OcelAttributeType, string> = {
  string: "TEXT",
  time: "TIMESTAMP",
  integer: "INTEGER",
  float: "REAL",
  boolean: "BOOLEAN",
};
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const perRow = {
  event: "ocel_id TEXT, ocel_time TIMESTAMP",
  object: "ocel_id TEXT, ocel_time TIMESTAMP, ocel_changed_field TEXT",
};

/** The bytes of an OCEL 2.0 SQLite file of a log. Refuses (LogError) an event without time: OCEL demands one. */
export function writeOcelSqlite(log: OcelLog): Uint8Array {
  const database = new DatabaseSync(":memory:");
  try {
    database.exec(`begin;
      create table event (ocel_id TEXT primary key, ocel_type TEXT);
      create table object (ocel_id TEXT primary key, ocel_type TEXT);
      create table event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT, primary key (ocel_event_id, ocel_object_id, ocel_qualifier));
      create table object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT, primary key (ocel_source_id, ocel_target_id, ocel_qualifier));
      create table event_map_type (ocel_type TEXT primary key, ocel_type_map TEXT);
      create table object_map_type (ocel_type TEXT primary key, ocel_type_map TEXT);`);
    const fill = (table: string, columns: number) => {
      const statement = database.prepare(
        `insert or ignore into ${quoted(table)} values (${Array(columns).fill("?").join(", ")})`,
      );
      return (...values: Cell[]): void => void statement.run(...values);
    };
    const [event, object, related, linked] = [
      fill("event", 2),
      fill("object", 2),
      fill("event_object", 3),
      fill("object_object", 3),
    ];
    const rowOf = { event: typeTables("event", log.eventTypes), object: typeTables("object", log.objectTypes) };

    for (const each of log.objects) {
      object(each.id, each.type);
      for (const { objectId, qualifier } of each.relationships) linked(each.id, objectId, qualifier);
      const own = rowOf.object.get(each.type);
      if (!own) continue;
      // First values together in one row; each later change in a row of its own, named.
      const first = new Map<string, AttributeValue>();
      const changes: typeof each.attributes = [];
      for (const attribute of [...each.attributes].sort((a, b) => a.time - b.time)) {
        if (attribute.time > 0 || first.has(attribute.name)) changes.push(attribute);
        else first.set(attribute.name, attribute.value);
      }
      own.insert(each.id, instant(0), null, ...own.names.map((name) => cell(first.get(name))));
      for (const { name, time, value } of changes)
        own.insert(each.id, instant(time), name, ...own.names.map((column) => (column === name ? cell(value) : null)));
    }
    for (const each of log.events) {
      event(each.id, each.type);
      for (const { objectId, qualifier } of each.relationships) related(each.id, objectId, qualifier);
      const values = new Map(each.attributes.map(({ name, value }) => [name, value]));
      const own = rowOf.event.get(each.type);
      own?.insert(each.id, eventTime(each), ...own.names.map((name) => cell(values.get(name))));
    }
    database.exec("commit");
    return database.serialize();

    function typeTables(kind: "event" | "object", types: readonly OcelType[]) {
      const taken = new Set<string>(["map_type", "object"]);
      const found = new Map<string, { names: string[]; insert(...values: Cell[]): void }>();
      for (const { name, attributes } of types) {
        const table = tableName(name, taken);
        const columns = distinct(attributes).map((each) => `, ${quoted(each.name)} ${sqlType[each.type]}`);
        database.exec(`create table ${quoted(`${kind}_${table}`)} (${perRow[kind]}${columns.join("")})`);
        database.prepare(`insert into ${kind}_map_type values (?, ?)`).run(name, table);
        const names = distinct(attributes).map((each) => each.name);
        found.set(name, { names, insert: fill(`${kind}_${table}`, names.length + (kind === "event" ? 2 : 3)) });
      }
      return found;
    }
  } finally {
    database.close();
  }
}

type Cell = string | number | null;
function cell(value: AttributeValue | undefined): Cell {
  if (value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === "boolean" ? Number(value) : value;
}

/** SQLite does not tell column names apart by case, so neither may we. */
function distinct(attributes: OcelType["attributes"]): OcelType["attributes"] {
  const seen = new Set(["ocel_id", "ocel_time", "ocel_changed_field"]);
  return attributes.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

function tableName(type: string, taken: Set<string>): string {
  const plain = type.replace(/[^\p{L}\p{N}]+/gu, "") || "type";
  let name = plain;
  for (let more = 2; taken.has(name.toLowerCase()); more += 1) name = `${plain}${more}`;
  taken.add(name.toLowerCase());
  return name;
}
