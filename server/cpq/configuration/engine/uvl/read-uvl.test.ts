import assert from "node:assert/strict";
import { test } from "node:test";
import { defineModel } from "../model/define-model.ts";
import { ModelError } from "../model/model-error.ts";
import { openSession } from "../session/open-session.ts";
import { compileModel } from "../circuit/compile-model.ts";
import { generateModel } from "../sample/generate-model.ts";
import { generateSmallModel } from "../sample/generate-small-model.ts";
import { readUvl } from "./read-uvl.ts";
import { writeUvl } from "./write-uvl.ts";

const sample = `include
	Boolean.group-cardinality
namespace shop.line

features
	"Office line" {abstract, price 12.5, note 'from 2026', sizes [1, 2], nested {deep true}}
		mandatory
			Access // how it comes in
				alternative
					Fibre
					Copper
		[1..2]
			Tv
			Phone
			Alarm
		optional
			Port cardinality [0..4] {weight 2}
			Integer Speed {min 1, max 3}
			String Colour {options ['white', 'black']}

constraints
	// rule R7: Television needs fibre
	Tv => Fibre
	!(Alarm & Copper) | "Office line" <=> Phone
	Port.weight + Speed * 2 <= 6
	Colour == 'black' => Speed > 1
	/* sums look at
	   every selected feature */
	sum(weight) != 4
`;

test("reads features, cardinalities, attributes, types and constraints", () => {
  const model = readUvl(sample);
  assert.equal(model.id, "shop.line");
  assert.deepEqual(model.root.attributes, {
    abstract: true,
    price: 12.5,
    note: "from 2026",
    sizes: [1, 2],
    nested: { deep: true },
  });
  assert.deepEqual(
    model.root.groups!.map((group) => group.kind),
    ["mandatory", "cardinality", "optional"],
  );
  assert.deepEqual(model.root.groups![2]!.features[0], { id: "Port", quantity: { min: 0, max: 4 }, attributes: { weight: 2 } });
  assert.deepEqual(model.rules![0], {
    id: "R7",
    text: "Television needs fibre",
    expression: { op: "implies", left: { op: "selected", feature: "Tv" }, right: { op: "selected", feature: "Fibre" } },
  });
  assert.equal(model.rules![1]!.expression.op, "iff");
  assert.equal(model.rules!.length, 5);
  const session = openSession(defineModel(model));
  session.choose("Colour", "black");
  assert.deepEqual(session.feature("Speed").values, [2, 3]);
  session.choose("Port", 1);
  assert.deepEqual(session.feature("Speed").values, [2]);
});

test("operators bind as in the grammar: not, and, or, implies, iff, each to the left", () => {
  const rule = (text: string): string =>
    writeUvl(readUvl(`features\n\tR\n\t\toptional\n\t\t\tA\n\t\t\tB\n\t\t\tC\nconstraints\n\t${text}\n`))
      .split("\n")
      .at(-2)!
      .trim();
  assert.equal(rule("A => B => C"), "(A => B) => C");
  assert.equal(rule("!A & B | C => A"), "!A & B | C => A");
  assert.equal(rule("A | (B & C)"), "A | B & C");
  assert.equal(rule("(A | B) & C"), "(A | B) & C");
  assert.equal(rule("!(A | B) <=> C"), "!(A | B) <=> C");
});

test("writing and reading again gives the same model", () => {
  const models = [readUvl(sample), generateModel({ features: 300, rules: 60, seed: 9 })];
  for (const model of models) {
    const again = readUvl(writeUvl(model));
    assert.equal(writeUvl(again), writeUvl(model));
  }
  assert.deepEqual(readUvl(writeUvl(readUvl(sample))), readUvl(sample));
  for (let seed = 1; seed <= 120; seed++) {
    const model = generateSmallModel(seed);
    const count = (json: typeof model): bigint | null => {
      const defined = defineModel(json);
      return openSession(defined, { circuit: compileModel(defined).circuit! }).count().count;
    };
    assert.equal(count(readUvl(writeUvl(model))), count(model), `seed ${seed}`);
  }
});

test("CRLF, a byte order mark, spaces for tabs and blank lines change nothing", () => {
  const variants = [
    sample.replaceAll("\n", "\r\n"),
    `\uFEFF${sample}`,
    sample.replaceAll("\t", "    "),
    sample.replaceAll("\n", "\n\n"),
  ];
  for (const variant of variants) assert.equal(writeUvl(readUvl(variant)), writeUvl(readUvl(sample)));
});

test("what is wrong is named by line and column", () => {
  const refused = (text: string, line: number, column: number, message: RegExp): void => {
    assert.throws(
      () => readUvl(text),
      (error: unknown) => {
        assert.ok(error instanceof ModelError);
        assert.deepEqual([error.place.line, error.place.column], [line, column], error.message);
        assert.match(error.message, message);
        return true;
      },
      text,
    );
  };
  refused("imports\n\tother\nfeatures\n\tA\n", 1, 1, /imports are not supported/);
  refused("features\n\tA\n\t\toptional\n\t\t\tB\n\t\t\tB\n", 5, 4, /"B" is already declared at line 4/);
  refused("features\n\tA\nconstraints\n\tA => Nope\n", 4, 7, /no feature "Nope"/);
  refused("features\n\tA\nconstraints\n\tA =>\n", 4, 6, /expected a feature/);
  refused("features\n\tA\n\t\tsometimes\n\t\t\tB\n", 3, 3, /expected mandatory, optional/);
  refused("features\n\tA\n\t\t[3..1]\n\t\t\tB\n", 3, 3, /upper bound is below/);
  refused("features\n\tA {x 1\n", 3, 1, /never closed/);
  refused("features\n\tA\n\t\toptional\n\t\t\tInteger B\n", 4, 4, /no finite domain/);
  refused("features\n\tA\n\t\toptional\n\t\t\tB cardinality [1..*]\n", 4, 18, /upper bound/);
  refused("features\n\tA\nconstraints\n\tA & avg(x) > 2\n", 4, 6, /avg is not supported/);
  refused("features\n\tA\n\tB\n", 3, 2, /one root/);
  refused("constraints\n\tA\n", 3, 1, /no features section/);
  refused(`features\n\tA\nconstraints\n\t${"(".repeat(20_000)}A${")".repeat(20_000)}\n`, 4, 503, /more than 500 levels/);
  refused(`features\n\tA\nconstraints\n\t${"!".repeat(20_000)}A\n`, 4, 503, /more than 500 levels/);
  refused(`features\n\tA\nconstraints\n\t${"A => ".repeat(9_000)}A\n`, 4, 2504, /more than 500 operators/);
  const tabs = (n: number) => "\t".repeat(n);
  const deep = Array.from({ length: 3_000 }, (_, level) => `${tabs(2 * level + 1)}F${level}\n${tabs(2 * level + 2)}optional\n`);
  refused(`features\n${deep.join("")}${tabs(6_001)}F\n`, 1003, 1003, /more than 500 levels/);
});
