import { crc32, deflateSync } from 'node:zlib';
import type { Bitmap } from './escpos/draw-line.ts';

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type), data]);
  const frame = Buffer.alloc(body.length + 8);
  frame.writeUInt32BE(data.length, 0);
  body.copy(frame, 4);
  frame.writeUInt32BE(crc32(body), body.length + 4);
  return frame;
};

/** Black dots on white, as PNG. */
export const pngOf = ({ width, height, bytes }: Bitmap): Buffer => {
  const across = Math.ceil(width / 8);
  const rows = Buffer.alloc((across + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < across; x += 1)
      rows[y * (across + 1) + 1 + x] = ~(bytes[y * across + x] ?? 0) & 255;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
