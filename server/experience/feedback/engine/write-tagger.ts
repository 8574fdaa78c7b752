import type { ThemeTagger } from "./theme-tagger.ts";

const lengthBytes = 4;

/** A tagger as bytes: the length of a JSON head (places, keys, biases), the head, then the weights of each theme as 32-bit floats. */
export function writeTagger({ places, themes }: ThemeTagger): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify({ places, themes: themes.map(({ key, bias }) => ({ key, bias })) }));
  const bytes = new Uint8Array(lengthBytes + head.length + themes.length * places * 4);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, head.length, true);
  bytes.set(head, lengthBytes);
  let at = lengthBytes + head.length;
  for (const { weights } of themes)
    for (const weight of weights) {
      view.setFloat32(at, weight, true);
      at += 4;
    }
  return bytes;
}

/** The same back. Throws (RangeError, SyntaxError) on bytes that are cut short or no tagger. */
export function readTagger(bytes: Uint8Array): ThemeTagger {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(lengthBytes, lengthBytes + length))) as {
    places: number;
    themes: { key: string; bias: number }[];
  };
  let at = lengthBytes + length;
  return {
    places: head.places,
    themes: head.themes.map(({ key, bias }) => {
      const weights = new Float32Array(head.places);
      for (let place = 0; place < head.places; place += 1, at += 4) weights[place] = view.getFloat32(at, true);
      return { key, bias, weights };
    }),
  };
}
