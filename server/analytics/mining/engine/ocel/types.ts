import type { AttributeValue } from "../types.ts";

/** The types of attributes OCEL 2.0 knows. */
export type OcelAttributeType = "string" | "time" | "integer" | "float" | "boolean";
export interface OcelType {
  name: string;
  attributes: { name: string; type: OcelAttributeType }[];
}
export interface OcelRelationship {
  objectId: string;
  qualifier: string;
}
/** `time` in milliseconds since 1970; an attribute of an object holds from its time on. */
export interface OcelObject {
  id: string;
  type: string;
  attributes: { name: string; time: number; value: AttributeValue }[];
  relationships: OcelRelationship[];
}
export interface OcelEvent {
  id: string;
  type: string;
  time: number;
  attributes: { name: string; value: AttributeValue }[];
  relationships: OcelRelationship[];
}

/** An object-centric event log (OCEL 2.0): an event may be about several objects, of several types. */
export interface OcelLog {
  objectTypes: OcelType[];
  eventTypes: OcelType[];
  objects: OcelObject[];
  events: OcelEvent[];
}
