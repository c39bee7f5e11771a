import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateSync, inflateSync } from 'node:zlib';
import { animation, smallPicture } from '../../scripts/pictures/animation.ts';
import { chunksOf, decodePng } from '../../scripts/pictures/png.ts';

type Rows = readonly (readonly (readonly number[])[])[];

/** What each of the five filters of PNG takes from a byte: left, above, above left. */
const guesses: readonly ((a: number, b: number, c: number) => number)[] = [
  () => 0,
  (a) => a,
  (_, b) => b,
  (a, b) => (a + b) >> 1,
  (a, b, c) => [a, b, c].sort((p, q) => Math.abs(a + b - c - p) - Math.abs(a + b - c - q))[0]!,
];

/** A picture of rows of pixels, each row with the next filter. */
function pngOf(rows: Rows): Uint8Array {
  const chunk = (type: string, data: Uint8Array) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  const step = rows[0]![0]!.length;
  header.writeUInt32BE(rows[0]!.length, 0);
  header.writeUInt32BE(rows.length, 4);
  header.set([8, step === 4 ? 6 : 2, 0, 0, 0], 8);
  const flat = rows.map((row) => row.flat());
  const filtered = flat.flatMap((row, y) => [
    y % 5,
    ...row.map((value, x) => {
      const [left, above, corner] = [row[x - step], flat[y - 1]?.[x], x >= step ? flat[y - 1]?.[x - step] : 0];
      return value - guesses[y % 5]!(left ?? 0, above ?? 0, corner ?? 0);
    }),
  ]);
  const data = deflateSync(Uint8Array.from(filtered));
  return Buffer.concat([Buffer.alloc(8), chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

const pixels = (width: number, height: number, colour: (x: number, y: number) => readonly number[]): Rows =>
  Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => colour(x, y)));

const chunks = (file: Uint8Array) => [...chunksOf(file)];
const types = (file: Uint8Array) => chunks(file).map(({ type }) => type);
const noise = (x: number, y: number) => [(x * 37 + y * 11) % 256, (x * y) % 256, (y * 53) % 256];

describe('a screenshot', () => {
  for (const [name, more] of [
    ['without', []],
    ['with', [255]],
  ] as const) {
    test(`is read ${name} transparency, whatever the filters of its rows`, () => {
      const rows = pixels(9, 12, (x, y) => [...noise(x, y), ...more]);
      const { width, height, pixels: read } = decodePng(pngOf(rows));
      assert.deepEqual([width, height], [9, 12]);
      assert.deepEqual(
        [...read],
        rows.flat().flatMap((pixel) => pixel.slice(0, 3)),
      );
    });
  }

  test('becomes a small picture with the same colours, or the nearest where they are very many', () => {
    const rows = pixels(40, 40, noise);
    const made = smallPicture(pngOf(rows));
    assert.deepEqual(types(made), ['IHDR', 'PLTE', 'IDAT', 'IEND']);
    const palette = chunks(made).find(({ type }) => type === 'PLTE')!.data;
    const indexes = inflateSync(chunks(made).find(({ type }) => type === 'IDAT')!.data);
    const colours = [...Array(palette.length / 3).keys()].map((index) => [
      ...palette.subarray(3 * index, 3 * index + 3),
    ]);
    const distance = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, value, index) => sum + (value - b[index]!) ** 2, 0);
    assert.ok(colours.length <= 256);
    for (const [y, row] of rows.entries()) {
      for (const [x, colour] of row.entries()) {
        const taken = colours[indexes[y * 41 + 1 + x]!]!;
        assert.equal(distance(taken, colour), Math.min(...colours.map((one) => distance(one, colour))));
      }
    }
  });
});

describe('an animation', () => {
  const controls = (file: Uint8Array) => chunks(file).filter(({ type }) => type === 'fcTL');
  const shots = (...all: Rows[]) => all.map((rows, index) => ({ png: pngOf(rows), delay: 100 + index }));
  const [dark, light] = [0, 255].map((value) => pixels(1, 1, () => [value, value, value]));

  test('keeps the same picture once, for as long as all of them', () => {
    const made = animation(shots(dark!, dark!, light!, light!));
    const delays = controls(made).map(({ data }) => Buffer.from(data).readUInt16BE(20));
    assert.deepEqual(delays, [201, 205]);
  });

  test('stores of a frame what is new in it', () => {
    const lit = (...at: string[]) => pixels(5, 3, (x, y) => (at.includes(`${x} ${y}`) ? [9, 99, 255] : [0, 0, 0]));
    const made = animation(shots(lit(), lit('1 1', '2 2'), lit('2 2')));
    const [width, height, x, y] = [4, 8, 12, 16];
    const boxes = controls(made).map(({ data }) =>
      [width, height, x, y].map((at) => Buffer.from(data).readUInt32BE(at)),
    );
    assert.deepEqual(boxes, [
      [5, 3, 0, 0],
      [2, 2, 1, 1],
      [1, 1, 1, 1],
    ]);
    const numbered = chunks(made).filter(({ type }) => /fcTL|fdAT/.test(type));
    assert.deepEqual(
      numbered.map(({ data }) => Buffer.from(data).readUInt32BE(0)),
      [0, 1, 2, 3, 4],
    );
  });

  test('has frames of one size only', () => {
    assert.throws(() => animation(shots(dark!, pixels(2, 1, noise))), /one size/);
  });
});
