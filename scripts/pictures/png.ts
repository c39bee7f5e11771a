import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Pixels of three bytes each: red, green, blue. */
export interface Image {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/** Reads a screenshot: eight bits a colour, not interlaced. */
export function decodePng(file: Uint8Array): Image {
  const chunks = [...chunksOf(file)];
  const header = view(chunks.find(({ type }) => type === 'IHDR')!.data);
  const [width, height] = [header.getUint32(0), header.getUint32(4)];
  const channels = { 2: 3, 6: 4 }[header.getUint8(9)];
  if (header.getUint8(8) !== 8 || !channels || header.getUint8(12) !== 0)
    throw new Error('No screenshot: another form of PNG.');
  const data = inflateSync(Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data)));
  const stride = width * channels;
  const rows = new Uint8Array(height * stride);
  for (let y = 0; y < height; y++) {
    const from = y * (stride + 1);
    unfilter(data[from]!, data.subarray(from + 1, from + 1 + stride), rows, y * stride, stride, channels);
  }
  const pixels = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) pixels.set(rows.subarray(i * channels, i * channels + 3), i * 3);
  return { width, height, pixels };
}

// Each byte is stored as what it differs by from its neighbours: left, above, or both.
function unfilter(filter: number, row: Uint8Array, rows: Uint8Array, at: number, stride: number, step: number): void {
  for (let x = 0; x < stride; x++) {
    const left = x >= step ? rows[at + x - step]! : 0;
    const above = at > 0 ? rows[at + x - stride]! : 0;
    const corner = x >= step && at > 0 ? rows[at + x - stride - step]! : 0;
    const guess = [0, left, above, (left + above) >> 1, filter === 4 ? paeth(left, above, corner) : 0][filter]!;
    rows[at + x] = row[x]! + guess;
  }
}

function paeth(left: number, above: number, corner: number): number {
  const sum = left + above - corner;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - above), Math.abs(sum - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}

/** A part of a picture of at most 256 colours, by their numbers in a palette, which shows for `delay` milliseconds. */
export interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly indexes: Uint8Array;
  readonly delay: number;
}

/** A PNG; of several frames an animated one, of which readers that know none show the first. That one has to fill the picture. */
export function encodePng(palette: Uint8Array, frames: readonly Frame[]): Uint8Array {
  const [first] = frames;
  const moves = frames.length > 1;
  const chunks = [
    chunk('IHDR', numbers([4, first!.width], [4, first!.height], [1, 8], [1, 3], [1, 0], [1, 0], [1, 0])),
    ...(moves ? [chunk('acTL', numbers([4, frames.length], [4, 0]))] : []),
    chunk('PLTE', palette),
  ];
  let number = 0;
  for (const frame of frames) {
    const { x, y, width, height, delay } = frame;
    const place = [width, height, x, y].map((value): [4, number] => [4, value]);
    if (moves) chunks.push(chunk('fcTL', numbers([4, number++], ...place, [2, delay], [2, 1000], [1, 0], [1, 0])));
    const data = deflateSync(withoutFilter(frame), { level: 9 });
    chunks.push(frame === first ? chunk('IDAT', data) : chunk('fdAT', Buffer.concat([numbers([4, number++]), data])));
  }
  return Buffer.concat([SIGNATURE, ...chunks, chunk('IEND', new Uint8Array())]);
}

function withoutFilter({ width, height, indexes }: Frame): Uint8Array {
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y++) rows.set(indexes.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return rows;
}

export function* chunksOf(file: Uint8Array): Iterable<{ type: string; data: Uint8Array }> {
  for (let at = SIGNATURE.length; at < file.length; ) {
    const length = view(file).getUint32(at);
    yield { type: String.fromCharCode(...file.subarray(at + 4, at + 8)), data: file.subarray(at + 8, at + 8 + length) };
    at += length + 12;
  }
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  return Buffer.concat([numbers([4, data.length]), body, numbers([4, crc32(body)])]);
}

function numbers(...fields: readonly (readonly [bytes: 1 | 2 | 4, value: number])[]): Uint8Array {
  return Buffer.concat(
    fields.map(([bytes, value]) => {
      const field = Buffer.alloc(bytes);
      field.writeUIntBE(value, 0, bytes);
      return field;
    }),
  );
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
