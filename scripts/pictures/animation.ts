import { decodePng, encodePng, type Frame, type Image } from './png.ts';

/** A screenshot as a small file: in a window nearly all pixels have one of few colours. */
export function smallPicture(png: Uint8Array): Uint8Array {
  return animation([{ png, delay: 0 }]);
}

/** Screenshots of one size become an animation: each is shown for so many milliseconds, and stored as what is new in it. */
export function animation(shots: readonly { readonly png: Uint8Array; readonly delay: number }[]): Uint8Array {
  const images = shots.map(({ png }) => decodePng(png));
  const [first] = images;
  if (images.some(({ width, height }) => width !== first?.width || height !== first.height))
    throw new Error('The frames of an animation have one size.');
  const colours = paletteOf(images);
  const frames: Frame[] = [];
  let before: Image | undefined;
  for (const [number, image] of images.entries()) {
    const { delay } = shots[number]!;
    const changed = before ? changedIn(before, image) : { x: 0, y: 0, width: image.width, height: image.height };
    const last = frames.at(-1);
    if (changed) frames.push({ ...changed, indexes: indexesOf(image, changed, colours), delay });
    else if (last) frames[frames.length - 1] = { ...last, delay: last.delay + delay };
    before = image;
  }
  return encodePng(
    Uint8Array.from(colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255])),
    frames,
  );
}

type Box = Pick<Frame, 'x' | 'y' | 'width' | 'height'>;

/** The smallest rectangle that holds all pixels that differ. */
function changedIn(before: Image, { width, height, pixels }: Image): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let i = 0; i < pixels.length; i++) {
    if (pixels[i] === before.pixels[i]) continue;
    const [x, y] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

const MOST = 256;

/** The most frequent colours. */
function paletteOf(images: readonly Image[]): number[] {
  const counts = new Map<number, number>();
  for (const { pixels } of images) {
    for (let i = 0; i < pixels.length; i += 3)
      counts.set(colourAt(pixels, i), (counts.get(colourAt(pixels, i)) ?? 0) + 1);
  }
  return [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!).slice(0, MOST);
}

function indexesOf({ width, pixels }: Image, box: Box, palette: readonly number[]): Uint8Array {
  const known = new Map(palette.map((colour, index) => [colour, index]));
  const indexes = new Uint8Array(box.width * box.height);
  for (let i = 0; i < indexes.length; i++) {
    const at = 3 * ((box.y + Math.floor(i / box.width)) * width + box.x + (i % box.width));
    const colour = colourAt(pixels, at);
    const index = known.get(colour) ?? nearest(colour, palette);
    known.set(colour, index);
    indexes[i] = index;
  }
  return indexes;
}

function nearest(colour: number, palette: readonly number[]): number {
  const distance = (other: number) =>
    [16, 8, 0].reduce((sum, shift) => sum + (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2, 0);
  return palette.reduce((best, other, index) => (distance(other) < distance(palette[best]!) ? index : best), 0);
}

function colourAt(pixels: Uint8Array, at: number): number {
  return (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
}
