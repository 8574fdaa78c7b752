import "./forms.css";
import { Button, Group, SegmentedControl, Text, TextInput } from "@mantine/core";
import { type PointerEvent, useRef, useState } from "react";
import { useT } from "../i18n/use-t.ts";

export interface SignatureValue {
  method: "drawn" | "typed";
  name: string;
  /** Strokes of x,y pairs in a 600 x 180 box, when drawn. */
  strokes: [number, number][][];
}

const box = { width: 600, height: 180 };

/** A signature drawn (mouse, pen, finger) or typed, with the signer's name. Undefined until it is complete. */
export function SignaturePad({
  name: given = "",
  onChange,
}: {
  name?: string;
  onChange: (value: SignatureValue | undefined) => void;
}) {
  const t = useT();
  const [method, setMethod] = useState<"drawn" | "typed">("drawn");
  const [name, setName] = useState(given);
  const [strokes, setStrokes] = useState<[number, number][][]>([]);
  const surface = useRef<SVGSVGElement>(null);

  const tell = (next: Partial<SignatureValue>): void => {
    const value = { method, name, strokes, ...next };
    const complete = value.name.trim() !== "" && (value.method === "typed" || value.strokes.some((stroke) => stroke.length > 1));
    onChange(
      complete ? { ...value, name: value.name.trim(), strokes: value.method === "typed" ? [] : value.strokes } : undefined,
    );
  };
  const at = (event: PointerEvent): [number, number] => {
    const frame = surface.current?.getBoundingClientRect() ?? new DOMRect(0, 0, box.width, box.height);
    return [
      Math.round(((event.clientX - frame.x) / frame.width) * box.width),
      Math.round(((event.clientY - frame.y) / frame.height) * box.height),
    ];
  };
  const onDown = (event: PointerEvent<SVGSVGElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const point = at(event);
    setStrokes((before) => [...before, [point]]);
  };
  const onMove = (event: PointerEvent<SVGSVGElement>): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const point = at(event);
    setStrokes((before) => [...before.slice(0, -1), [...(before.at(-1) ?? []), point]]);
  };

  return (
    <div className="tl-sign">
      <Group justify="space-between" mb="xs">
        <SegmentedControl
          size="xs"
          value={method}
          onChange={(next) => {
            setMethod(next as "drawn" | "typed");
            tell({ method: next as "drawn" | "typed" });
          }}
          data={[
            { value: "drawn", label: t("sign.draw") },
            { value: "typed", label: t("sign.type") },
          ]}
        />
        {method === "drawn" && strokes.length > 0 && (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              setStrokes([]);
              tell({ strokes: [] });
            }}
          >
            {t("action.clear")}
          </Button>
        )}
      </Group>
      <svg
        ref={surface}
        viewBox={`0 0 ${box.width} ${box.height}`}
        className="tl-sign-surface"
        data-method={method}
        role="img"
        aria-label={t("sign.area")}
        {...(method === "drawn" && { onPointerDown: onDown, onPointerMove: onMove, onPointerUp: () => tell({ strokes }) })}
      >
        <line x1="40" x2="560" y1="140" y2="140" className="tl-sign-line" />
        {method === "typed" ? (
          <text x="300" y="122" textAnchor="middle" className="tl-sign-name">
            {name}
          </text>
        ) : strokes.length === 0 ? (
          <text x="300" y="165" textAnchor="middle" className="tl-sign-hint">
            {t("sign.here")}
          </text>
        ) : (
          strokes.map((stroke, index) => <path key={index} d={strokePath(stroke)} className="tl-sign-ink" />)
        )}
      </svg>
      <TextInput
        mt="sm"
        label={t("sign.name")}
        autoComplete="name"
        required
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value);
          tell({ name: event.currentTarget.value });
        }}
      />
      {method === "typed" && (
        <Text size="xs" c="dimmed" mt={4}>
          {t("sign.typedHint")}
        </Text>
      )}
    </div>
  );
}

/** Curves through the middles of the points: a pen, not a polygon. */
function strokePath(stroke: [number, number][]): string {
  const [first, ...rest] = stroke;
  if (!first) return "";
  let path = `M${first[0]} ${first[1]}`;
  rest.forEach(([x, y], index) => {
    const next = rest[index + 1];
    path += next ? ` Q${x} ${y} ${(x + next[0]) / 2} ${(y + next[1]) / 2}` : ` L${x} ${y}`;
  });
  return path;
}
