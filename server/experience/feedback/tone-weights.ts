import { readFileSync } from "node:fs";
import { readToneModel, type ToneModel } from "./engine/tone-model.ts";

let model: ToneModel | undefined;

/** The weights of tone that come with Throughline (made by scripts/train-sentiment.ts), read once when first needed. */
export const standardToneModel = (): ToneModel =>
  (model ??= readToneModel(readFileSync(new URL("tone-weights.bin", import.meta.url))));
