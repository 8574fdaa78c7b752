/** A square matrix by rows, or a part of one: `stride` entries from row to row. */
interface Block {
  data: Float64Array;
  offset: number;
  stride: number;
}

const smallest = 48;

/**
 * The inverse of a symmetric positive definite matrix, in place (rows of `size`): halves by the Schur complement, so that
 * nearly all of the work is products of blocks. About size^3 / 2 multiplications. Throws where the matrix is not positive definite.
 */
export function invert(matrix: Float64Array, size: number): void {
  invertBlock({ data: matrix, offset: 0, stride: size }, size);
}

function invertBlock(m: Block, size: number): void {
  if (size <= smallest) {
    invertSmall(m, size);
    return;
  }
  const top = 4 * Math.floor(size / 8);
  const bottom = size - top;
  const a: Block = m;
  const lower: Block = { ...m, offset: m.offset + top * m.stride };
  const d: Block = { ...m, offset: m.offset + top * m.stride + top };
  invertBlock(a, top);
  // wt = (inverse of A times B) transposed; rows of the lower left block are the columns of B
  const wt: Block = { data: new Float64Array(bottom * top), offset: 0, stride: top };
  addProduct(wt, lower, a, bottom, top, top, 1, false);
  addProduct(d, lower, wt, bottom, bottom, top, -1, true);
  mirror(d, bottom);
  invertBlock(d, bottom);
  const w: Block = { data: new Float64Array(top * bottom), offset: 0, stride: bottom };
  for (let i = 0; i < bottom; i += 1) for (let j = 0; j < top; j += 1) w.data[j * bottom + i] = wt.data[i * top + j]!;
  const t: Block = { data: new Float64Array(top * bottom), offset: 0, stride: bottom };
  addProduct(t, w, d, top, bottom, bottom, 1, false);
  addProduct(a, t, w, top, top, bottom, 1, true);
  mirror(a, top);
  for (let i = 0; i < top; i += 1)
    for (let j = 0; j < bottom; j += 1) {
      const value = -t.data[i * bottom + j]!;
      m.data[m.offset + i * m.stride + top + j] = value;
      m.data[m.offset + (top + j) * m.stride + i] = value;
    }
}

/** Gauss and Jordan's sweep, for what is small. */
function invertSmall({ data, offset, stride }: Block, size: number): void {
  for (let k = 0; k < size; k += 1) {
    const row = offset + k * stride;
    const pivot = data[row + k]!;
    if (!(pivot > 0)) throw new Error("The matrix is not positive definite.");
    data[row + k] = 1;
    for (let j = 0; j < size; j += 1) data[row + j]! /= pivot;
    for (let i = 0; i < size; i += 1) {
      if (i === k) continue;
      const other = offset + i * stride;
      const factor = data[other + k]!;
      if (factor === 0) continue;
      data[other + k] = 0;
      for (let j = 0; j < size; j += 1) data[other + j]! -= factor * data[row + j]!;
    }
  }
}

const mirror = ({ data, offset, stride }: Block, size: number): void => {
  for (let i = 0; i < size; i += 1) for (let j = 0; j < i; j += 1) data[offset + j * stride + i] = data[offset + i * stride + j]!;
};

const tile = 64;
const depth = 256;

/**
 * c += sign x a x b transposed, for c of rows x columns and a, b with `inner` entries a row; of a symmetric result only the
 * lower half. Tiles stay in the cache, four by four sums in registers.
 */
function addProduct(
  c: Block,
  a: Block,
  b: Block,
  rows: number,
  columns: number,
  inner: number,
  sign: 1 | -1,
  isSymmetric: boolean,
): void {
  for (let k0 = 0; k0 < inner; k0 += depth) {
    const k1 = Math.min(inner, k0 + depth);
    for (let j0 = 0; j0 < columns; j0 += tile) {
      const j1 = Math.min(columns, j0 + tile);
      for (let i0 = isSymmetric ? j0 - (j0 % 4) : 0; i0 < rows; i0 += 4) {
        const i1 = Math.min(rows, i0 + 4);
        for (let j = j0; j < j1; j += 4) {
          if (isSymmetric && j > i1 - 1) break;
          if (i1 - i0 === 4 && j + 4 <= j1) addFourByFour(c, a, b, i0, j, k0, k1, sign);
          else addOneByOne(c, a, b, i0, i1, j, Math.min(j1, j + 4), k0, k1, sign);
        }
      }
    }
  }
}

function addOneByOne(
  c: Block,
  a: Block,
  b: Block,
  i0: number,
  i1: number,
  j0: number,
  j1: number,
  k0: number,
  k1: number,
  sign: number,
): void {
  for (let i = i0; i < i1; i += 1)
    for (let j = j0; j < j1; j += 1) {
      let sum = 0;
      for (let k = k0; k < k1; k += 1) sum += a.data[a.offset + i * a.stride + k]! * b.data[b.offset + j * b.stride + k]!;
      c.data[c.offset + i * c.stride + j]! += sign * sum;
    }
}

function addFourByFour(c: Block, a: Block, b: Block, i: number, j: number, k0: number, k1: number, sign: number): void {
  const [ad, bd, cd] = [a.data, b.data, c.data];
  const a0 = a.offset + i * a.stride;
  const a1 = a0 + a.stride;
  const a2 = a1 + a.stride;
  const a3 = a2 + a.stride;
  const b0 = b.offset + j * b.stride;
  const b1 = b0 + b.stride;
  const b2 = b1 + b.stride;
  const b3 = b2 + b.stride;
  let s00 = 0,
    s01 = 0,
    s02 = 0,
    s03 = 0,
    s10 = 0,
    s11 = 0,
    s12 = 0,
    s13 = 0;
  let s20 = 0,
    s21 = 0,
    s22 = 0,
    s23 = 0,
    s30 = 0,
    s31 = 0,
    s32 = 0,
    s33 = 0;
  for (let k = k0; k < k1; k += 1) {
    const x0 = ad[a0 + k]!,
      x1 = ad[a1 + k]!,
      x2 = ad[a2 + k]!,
      x3 = ad[a3 + k]!;
    const y0 = bd[b0 + k]!,
      y1 = bd[b1 + k]!,
      y2 = bd[b2 + k]!,
      y3 = bd[b3 + k]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    s02 += x0 * y2;
    s03 += x0 * y3;
    s10 += x1 * y0;
    s11 += x1 * y1;
    s12 += x1 * y2;
    s13 += x1 * y3;
    s20 += x2 * y0;
    s21 += x2 * y1;
    s22 += x2 * y2;
    s23 += x2 * y3;
    s30 += x3 * y0;
    s31 += x3 * y1;
    s32 += x3 * y2;
    s33 += x3 * y3;
  }
  const c0 = c.offset + i * c.stride + j;
  const c1 = c0 + c.stride;
  const c2 = c1 + c.stride;
  const c3 = c2 + c.stride;
  cd[c0]! += sign * s00;
  cd[c0 + 1]! += sign * s01;
  cd[c0 + 2]! += sign * s02;
  cd[c0 + 3]! += sign * s03;
  cd[c1]! += sign * s10;
  cd[c1 + 1]! += sign * s11;
  cd[c1 + 2]! += sign * s12;
  cd[c1 + 3]! += sign * s13;
  cd[c2]! += sign * s20;
  cd[c2 + 1]! += sign * s21;
  cd[c2 + 2]! += sign * s22;
  cd[c2 + 3]! += sign * s23;
  cd[c3]! += sign * s30;
  cd[c3 + 1]! += sign * s31;
  cd[c3 + 2]! += sign * s32;
  cd[c3 + 3]! += sign * s33;
}
