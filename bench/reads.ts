/** How long the reads people wait for take, at 100,000 customers and a million events: p95 of whole requests through the server. */
import { sql } from "kysely";
import type { App } from "#platform/context.ts";
import { benchServer, percentile } from "./database.ts";
import type { BenchResult, BenchRow } from "./result.ts";

const customers = Number(process.env.BENCH_CUSTOMERS ?? 100_000);
const events = Number(process.env.BENCH_EVENTS ?? 1_000_000);
const portion = 50_000; // one statement each: the server ends statements that take too long
const samples = 200;
const barMs = 100;

const first = [
  "Atelier",
  "Boulangerie",
  "Menuiserie",
  "Garage",
  "Cabinet",
  "Imprimerie",
  "Librairie",
  "Ferme",
  "Clinique",
  "Studio",
];
const last = [
  "Martin",
  "Bernard",
  "Petit",
  "Durand",
  "Leroy",
  "Moreau",
  "Simon",
  "Laurent",
  "Lefebvre",
  "Garnier",
  "Faure",
  "Rousseau",
];

/** A UUID made from a number, one range a kind of record. */
const madeId = (range: string, number: string) =>
  sql.raw(`('${range}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`);
const customer = (number: string) => madeId("0000c001", number);
const contact = (number: string) => madeId("0000c002", number);

/** Customers with a contact each, and events spread over them. */
async function fill(app: App): Promise<void> {
  const words = (list: string[]) => sql.raw(`(array[${list.map((word) => `'${word}'`).join(",")}])`);
  for (let from = 1; from <= customers; from += portion) {
    await sql`
    insert into customers (id, number, kind, name, owner_id, created_at)
    select ${customer("n")}, 'B' || n, 'company', ${words(first)}[1 + n % ${first.length}] || ' ' || ${words(last)}[1 + (n / 7) % ${last.length}] || ' ' || n,
      (select id from staff order by id limit 1 offset n % 3), timestamptz '2024-01-01' + n * interval '5 minutes'
    from generate_series(${from}::int, ${Math.min(from + portion - 1, customers)}::int) n`.execute(app.db);
    await sql`
    insert into contacts (id, customer_id, first_name, last_name, email, is_primary, created_at)
    select ${contact("n")}, ${customer("n")}, 'Anne', ${words(last)}[1 + n % ${last.length}], 'anne.' || n || '@exemple.example', true, timestamptz '2024-01-01'
    from generate_series(${from}::int, ${Math.min(from + portion - 1, customers)}::int) n`.execute(app.db);
  }
  for (let from = 1; from <= events; from += portion) {
    await sql`
    insert into events (id, type, customer_id, contact_id, subject_type, subject_id, channel, stage, actor_type, actor_id, occurred_at, correlation_id, data)
    select ${madeId("0000c003", "n")}, (array['page.viewed', 'message.sent', 'message.opened', 'lead.scored', 'quote.viewed'])[1 + n % 5],
      ${customer(`1 + n % ${customers}`)}, ${contact(`1 + n % ${customers}`)}, 'page', ${madeId("0000c004", "n")}, 'web', 'discover', 'system', 'bench',
      timestamptz '2024-01-01' + n * interval '1 minute', ${madeId("0000c005", "n")}, '{"path": "/", "visitorId": "x", "utm": {}}'
    from generate_series(${from}::int, ${Math.min(from + portion - 1, events)}::int) n`.execute(app.db);
  }
  await sql`vacuum analyze customers, contacts, events`.execute(app.db);
}

/** Runs the bench and returns its rows. */
export async function bench(): Promise<BenchResult> {
  const t = await benchServer();
  try {
    const begun = performance.now();
    await fill(t.app);
    const filledSeconds = (performance.now() - begun) / 1_000;
    const lead = await t.signIn("cx_lead");
    const { rows: known } = await sql<{ id: string }>`
      select ${customer(`n * ${Math.max(1, Math.floor(customers / samples))}`)} as id from generate_series(1, ${samples}::int) n`.execute(
      t.app.db,
    );
    const ask = async (metric: string, paths: (n: number) => string[]): Promise<BenchRow> => {
      const times: number[] = [];
      for (let n = 0; n < samples + 10; n += 1) {
        const started = performance.now();
        for (const path of paths(n % samples)) {
          const answer = await lead.get(path);
          if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
        }
        if (n >= 10) times.push(performance.now() - started); // the first ones warm the server up
      }
      const p95 = percentile(times, 0.95);
      return {
        metric: `${metric}, p95 (p50)`,
        value: `${p95.toFixed(1)} ms (${percentile(times, 0.5).toFixed(1)} ms)`,
        bar: `<= ${barMs} ms`,
        met: p95 <= barMs,
      };
    };
    const empty = await ask("an operation that reads one row (staff/me)", () => ["/staff/me"]);
    const rows = [
      { ...empty, peer: "floor of a request" },
      await ask("customer list, first page of 50", () => ["/customers?limit=50"]),
      await ask("customer record with its timeline (two requests)", (n) => [
        `/customers/${known[n]!.id}`,
        `/customers/${known[n]!.id}/timeline`,
      ]),
      await ask("text search, a name many have", (n) => [`/customers?search=${last[n % last.length]!.slice(0, 4)}`]),
      await ask("text search, two words", (n) => [
        `/customers?search=${first[n % first.length]!.slice(0, 5)}%20${last[n % last.length]}`,
      ]),
      await ask("text search, an e-mail address", (n) => [`/customers?search=anne.${n * 100 + 1}%40exemple`]),
    ];
    return {
      name: "reads",
      rows: [
        {
          metric: "in the database",
          value: `${customers.toLocaleString("en")} customers, ${events.toLocaleString("en")} events (filled in ${filledSeconds.toFixed(0)} s)`,
        },
        ...rows,
      ],
    };
  } finally {
    await t.close();
  }
}

if (import.meta.main) console.table((await bench()).rows);
