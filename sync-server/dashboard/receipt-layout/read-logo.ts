import {
  LOGO_HEIGHT,
  LOGO_WIDTH,
  type ReceiptLogo,
} from '#shared/domain/settings/receipt-layout.ts';
import { dotsOf, logoSize } from './logo-dots.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Where a PNG says how wide and high it is. */
const SIZES = 16;

const MAX_BYTES = 2 * 1024 * 1024;
/** Dots a side: a small file may unpack to a picture that no memory holds. */
const MAX_SIDE = 4096;

/** Whether bytes begin as a PNG does whose size can be handled: whatever a file is called, nothing else is opened. */
const isPng = (bytes: ArrayBuffer): boolean => {
  if (bytes.byteLength > MAX_BYTES || bytes.byteLength < SIZES + 8) return false;
  const view = new DataView(bytes);
  const sides = [view.getUint32(SIZES), view.getUint32(SIZES + 4)];
  return (
    PNG.every((byte, place) => view.getUint8(place) === byte) &&
    sides.every((side) => side >= 1 && side <= MAX_SIDE)
  );
};

/** A PNG file as the dots that a printer makes of it; null = it is none. */
export const readLogo = async (file: Blob): Promise<ReceiptLogo | null> => {
  const bytes = await file.arrayBuffer();
  if (!isPng(bytes)) return null;
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' })).catch(() => null);
  if (image === null) return null;
  const { width, height } = logoSize(image.width, image.height, LOGO_WIDTH, LOGO_HEIGHT);
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) return null;
  context.drawImage(image, 0, 0, width, height);
  image.close();
  return { width, height, dots: dotsOf(context.getImageData(0, 0, width, height).data, width) };
};
