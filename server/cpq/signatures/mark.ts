/** The signer's mark: drawn strokes or their name, kept as a picture. */
export interface Mark {
  method: "drawn" | "typed";
  /** Strokes of x,y pairs in a box of 600 x 180, when drawn. */
  strokes: readonly (readonly (readonly [number, number])[])[];
}

const box = { width: 600, height: 180 };

/** The mark as a picture of our own making: nothing the browser sent is drawn but whole numbers. */
export function markPicture(mark: Mark, name: string): Buffer {
  const body =
    mark.method === "drawn"
      ? mark.strokes
          .filter((stroke) => stroke.length > 0)
          .map((stroke) => `<polyline points="${stroke.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`).join(" ")}"/>`)
          .join("")
      : `<text x="24" y="112" font-family="Inter" font-style="italic" font-size="52" fill="#14161f" stroke="none">${escaped(name)}</text>`;
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${box.width} ${box.height}"><g fill="none" stroke="#14161f" stroke-width="4" stroke-linecap="round" stroke-linejoin="round">${body}</g></svg>`,
  );
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
