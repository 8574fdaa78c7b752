import assert from "node:assert/strict";
import { test } from "node:test";
import { compileExpression, decide, loadModel } from "../evaluate.ts";
import { RuleError } from "../rule-error.ts";
import { shown } from "../values/text.ts";
import type { Value } from "../values/value.ts";
import { readDmn } from "./read-dmn.ts";
import { writeDmn } from "./write-dmn.ts";

const definitions = (inner: string, name = "m", extra = "") =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="${name}" namespace="urn:${name}" ${extra}>${inner}</definitions>`;
const literal = (text: string) => `<literalExpression><text>${text.replaceAll("<", "&lt;")}</text></literalExpression>`;
const needs = (kind: "Input" | "Decision" | "Knowledge", ...hrefs: string[]) =>
  hrefs
    .map((href) => {
      const tag = kind === "Knowledge" ? "knowledgeRequirement" : "informationRequirement";
      return `<${tag}><required${kind} href="${href}"/></${tag}>`;
    })
    .join("");
const decision = (name: string, logic: string, requirements = "", type = "") =>
  `<decision id="${name}" name="${name}"><variable name="${name}"${type && ` typeRef="${type}"`}/>${requirements}${logic}</decision>`;
const input = (name: string, type: string) =>
  `<inputData id="${name}" name="${name}"><variable name="${name}" typeRef="${type}"/></inputData>`;

async function answer(xml: string, name: string, inputs: Record<string, Value> = {}, imported: string[] = []): Promise<string> {
  return shown(decide(await loadModel(xml, imported), name, new Map(Object.entries(inputs))).value);
}

test("a decision sees what it requires and nothing else", async () => {
  const xml = definitions(
    input("age", "number") +
      decision("adult", literal("age >= 18"), needs("Input", "#age")) +
      decision("blind", literal("age >= 18")) +
      decision("both", literal("if adult then blind else 1"), needs("Decision", "#adult", "#blind")),
  );
  assert.equal(await answer(xml, "adult", { age: 20 }), "true");
  assert.equal(await answer(xml, "blind", { age: 20 }), "null");
  assert.equal(await answer(xml, "both", { age: 2 }), "1");
});

test("values come in and go out as their types want them, or not at all", async () => {
  const types = `<itemDefinition name="tStatus"><typeRef>string</typeRef><allowedValues><text>"gold", "silver"</text></allowedValues></itemDefinition>
    <itemDefinition name="tScores" isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) > 1</text></typeConstraint></itemDefinition>`;
  const typed = (text: string, type: string) => answer(definitions(types + decision("d", literal(text), "", type)), "d");
  assert.equal(await typed('"gold"', "tStatus"), '"gold"');
  assert.equal(await typed('"lead"', "tStatus"), "null");
  assert.equal(await typed("[1]", "number"), "1");
  assert.equal(await typed('@"2026-03-01"', "date and time"), "2026-03-01T00:00:00Z");
  assert.equal(await typed("[1, 2]", "tScores"), "[1, 2]");
  assert.equal(await typed("[1]", "tScores"), "null");
  assert.equal(await typed('"1"', "number"), "null");
});

test("business knowledge is called by place or by name, and may call itself", async () => {
  const bkm = `<businessKnowledgeModel id="fact" name="fact"><variable name="fact"/><encapsulatedLogic><formalParameter name="n" typeRef="number"/>
    ${literal("if n <= 1 then 1 else n * fact(n - 1)")}</encapsulatedLogic>${needs("Knowledge", "#fact")}</businessKnowledgeModel>`;
  const xml = definitions(
    bkm +
      decision("a", literal("fact(25)"), needs("Knowledge", "#fact")) +
      decision("b", literal("fact(n: 3)"), needs("Knowledge", "#fact")) +
      decision("c", literal('fact("x")'), needs("Knowledge", "#fact")),
  );
  assert.equal(await answer(xml, "a"), "15511210043330985984000000");
  assert.equal(await answer(xml, "b"), "6");
  assert.equal(await answer(xml, "c"), "null");
  assert.equal(await answer(xml, "fact", { n: 4 }), "24");
});

test("a decision service is a function of its inputs, from inside and from outside", async () => {
  const service = `<decisionService id="s" name="s"><variable name="s"/><outputDecision href="#price"/><encapsulatedDecision href="#base"/>
    <inputDecision href="#discount"/><inputData href="#list"/></decisionService>`;
  const xml = definitions(
    input("list", "number") +
      decision("discount", literal("50")) +
      decision("base", literal("list * 2"), needs("Input", "#list")) +
      decision("price", literal("base - discount"), needs("Decision", "#base", "#discount")) +
      service +
      decision("caller", literal("s(100, 1)"), needs("Knowledge", "#s")) +
      decision("byName", literal("s(discount: 7, list: 10)"), needs("Knowledge", "#s")),
  );
  assert.equal(await answer(xml, "caller"), "199");
  assert.equal(await answer(xml, "byName"), "13");
  assert.equal(await answer(xml, "s", { list: 5, discount: 3 }), "7");
  assert.equal(await answer(xml, "price", { list: 5 }), "-40");
});

test("an imported model is used by the name it is imported under; a missing one is named", async () => {
  const library = definitions(
    `<itemDefinition name="tRate"><typeRef>number</typeRef><allowedValues><text>[0..1]</text></allowedValues></itemDefinition>${input("rate", "tRate")}${decision("twice", literal("rate * 2"), needs("Input", "#rate"))}`,
    "lib",
  );
  const main = definitions(
    `<import name="lib" namespace="urn:lib" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>${decision("d", literal("lib.twice + 1"), needs("Decision", "urn:lib#twice"), "lib.tRate")}${decision("e", literal("lib.twice + 1"), needs("Decision", "urn:lib#twice"))}`,
  );
  assert.equal(await answer(main, "e", { lib: new Map([["rate", 1]]) }, [library]), "3");
  assert.equal(await answer(main, "e", { rate: 1 }, [library]), "3");
  assert.equal(await answer(main, "d", { rate: 1 }, [library]), "null");
  await assert.rejects(loadModel(main), /imports urn:lib, which was not given/);
});

const entry = (name: string, logic: string) => `<contextEntry>${name && `<variable name="${name}"/>`}${logic}</contextEntry>`;
const boxes: readonly (readonly [string, string])[] = [
  [
    `<context>${entry("net price", literal("10"))}${entry("tax", literal("net price * 0.2"))}${entry("", literal("net price + tax"))}</context>`,
    "12",
  ],
  [
    `<relation><column name="a"/><column name="b"/><row>${literal("1")}${literal("2")}</row><row>${literal("3")}${literal("4")}</row></relation>`,
    "[{a: 1, b: 2}, {a: 3, b: 4}]",
  ],
  [`<list>${literal("1")}${literal("null")}</list>`, "[1, null]"],
  [`<conditional><if>${literal("1 > 2")}</if><then>${literal("1")}</then><else>${literal("2")}</else></conditional>`, "2"],
  [`<filter><in>${literal("[{x: 1}, {x: 2}]")}</in><match>${literal("x > 1")}</match></filter>`, "[{x: 2}]"],
  [`<for iteratorVariable="i"><in>${literal("1..3")}</in><return>${literal("i * sum(partial)")}</return></for>`, "null"],
  [
    `<for iteratorVariable="i"><in>${literal("[1, 2, 3]")}</in><return>${literal("i + count(partial)")}</return></for>`,
    "[1, 3, 5]",
  ],
  [`<some iteratorVariable="i"><in>${literal("[1, 2]")}</in><satisfies>${literal("i > 1")}</satisfies></some>`, "true"],
  [`<every iteratorVariable="i"><in>${literal("[1, 2]")}</in><satisfies>${literal("i > 1")}</satisfies></every>`, "false"],
  [
    `<context>${entry("f", `<functionDefinition><formalParameter name="a b"/>${literal("a b + 1")}</functionDefinition>`)}${entry("", `<invocation>${literal("f")}<binding><parameter name="a b"/>${literal("2")}</binding></invocation>`)}</context>`,
    "3",
  ],
];
for (const [xml, value] of boxes)
  test(`boxed ${/\w+/.exec(xml)![0]} is ${value}`, async () => {
    const model = definitions(decision("d", xml));
    assert.equal(await answer(model, "d"), value);
    assert.equal(await answer(await writeDmn(await readDmn(model)), "d"), value);
  });

const table = (policy: string, allowed: string, rules: readonly (readonly [string, string])[], otherwise = "") =>
  definitions(
    input("x", "number") +
      decision(
        "d",
        `<decisionTable hitPolicy="${policy.split("+")[0]}"${policy.includes("+") ? ` aggregation="${policy.split("+")[1]}"` : ""}><input><inputExpression typeRef="number"><text>x</text></inputExpression></input>
         <output>${allowed && `<outputValues><text>${allowed}</text></outputValues>`}${otherwise && `<defaultOutputEntry><text>${otherwise}</text></defaultOutputEntry>`}</output>
         ${rules.map(([test, out], index) => `<rule id="r${index + 1}"><inputEntry><text>${test.replaceAll("<", "&lt;")}</text></inputEntry><outputEntry><text>${out}</text></outputEntry></rule>`).join("")}</decisionTable>`,
        needs("Input", "#x"),
      ),
  );
const rules = [
  ["> 1", "10"],
  ["> 2", "30"],
  ["< 9", "20"],
] as const;
const policies: readonly (readonly [policy: string, x: number, value: string])[] = [
  ["UNIQUE", 0, "20"],
  ["UNIQUE", 2, "null"],
  ["FIRST", 3, "10"],
  ["ANY", 3, "null"],
  ["PRIORITY", 3, "30"],
  ["OUTPUT ORDER", 3, "[30, 20, 10]"],
  ["RULE ORDER", 3, "[10, 30, 20]"],
  ["COLLECT", 3, "[10, 30, 20]"],
  ["COLLECT+SUM", 3, "60"],
  ["COLLECT+MIN", 3, "10"],
  ["COLLECT+MAX", 3, "30"],
  ["COLLECT+COUNT", 3, "3"],
];
for (const [policy, x, value] of policies)
  test(`a table by ${policy} answers ${value} for ${x}`, async () => {
    assert.equal(await answer(table(policy, "30, 20, 10", rules), "d", { x }), value);
  });

test("no rule: the default, or nothing; the trace says which rule fired and why", async () => {
  assert.equal(await answer(table("UNIQUE", "", [["> 5", "1"]], "7"), "d", { x: 1 }), "7");
  assert.equal(await answer(table("UNIQUE", "", [["> 5", "1"]]), "d", { x: 1 }), "null");
  const model = await loadModel(table("FIRST", "", rules));
  const { trace } = decide(model, "d", new Map([["x", 5]]), { trace: true });
  assert.deepEqual(
    trace[0]?.fired?.map(({ rule, id, why }) => ({ rule, id, why })),
    [{ rule: 1, id: "r1", why: ["x = 5 passes > 1"] }],
  );
});

test("strict: nothing is null in silence; lenient: it is, with the reason beside it", async () => {
  const model = await loadModel(table("FIRST", "", rules));
  const { value, problems } = decide(model, "d", new Map());
  assert.equal(value, null);
  assert.match(problems[0]!.message, /input "x" was not given/);
  assert.throws(
    () => decide(model, "d", new Map(), { strict: true }),
    (error: RuleError) => error.code === "rules.missing" && /"x" was not given/.test(error.message),
  );
  assert.throws(() => decide(model, "nothing", new Map()), /there is no decision "nothing"; there are: d/);
  const guard = compileExpression("order.total > 100", ["order"]);
  assert.throws(() => guard(new Map([["order", new Map<string, Value>()]]), { strict: true }), /has no "total"/);
  await assert.rejects(loadModel("<nonsense/>"), RuleError);
  await assert.rejects(loadModel("not xml"), RuleError);
});

test("what calls itself for ever ends as a problem, not as a crash", async () => {
  const { value, problems } = compileExpression("{f: function(n) f(n + 1), r: f(1)}.r", [])(new Map());
  assert.equal(value, null);
  assert.match(problems[0]!.message, /more than \d+ times deep/);
  const circle = definitions(
    decision("a", literal("b + 1"), needs("Decision", "#b")) + decision("b", literal("a + 1"), needs("Decision", "#a")),
  );
  assert.equal(await answer(circle, "a"), "null");
});

test("one model imported by two others takes its inputs from each way apart", async () => {
  const library = definitions(input("rate", "number"), "lib");
  const imports = (name: string, as: string) =>
    `<import name="${as}" namespace="urn:${name}" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>`;
  const middle = (name: string) =>
    definitions(`${imports("lib", "lib")}${decision("out", literal("lib.rate * 10"), needs("Input", "urn:lib#rate"))}`, name);
  const both = needs("Decision", "urn:one#out", "urn:two#out");
  const main = definitions(
    `${imports("one", "one")}${imports("two", "two")}${decision("d", literal("[one.out, two.out]"), both)}`,
  );
  const under = (rate: number): Value => new Map([["lib", new Map([["rate", rate]])]]);
  const others = [library, middle("one"), middle("two")];
  assert.equal(await answer(main, "d", { one: under(1), two: under(2) }, others), "[10, 20]");
  assert.equal(await answer(main, "d", { rate: 3 }, others), "[30, 30]");
});
