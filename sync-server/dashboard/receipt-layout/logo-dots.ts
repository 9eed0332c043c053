/** How large a picture is on paper: whole bytes across, and smaller where it is larger than that, never larger. */
export const logoSize = (
  width: number,
  height: number,
  maxWidth: number,
  maxHeight: number,
): { readonly width: number; readonly height: number } => {
  const scale = Math.min(1, maxWidth / width, maxHeight / height);
  const across = Math.max(1, Math.round((width * scale) / 8)) * 8;
  return {
    width: Math.min(maxWidth, across),
    height: Math.max(1, Math.min(maxHeight, Math.round(height * scale))),
  };
};

/** 0 = black, 255 = white, where nothing is drawn too. */
const lightOf = (pixels: Uint8ClampedArray, at: number): number => {
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
  const light = (299 * red + 587 * green + 114 * blue) / 1000;
  return 255 - ((255 - light) * alpha) / 255;
};

/** Pixels of four bytes each (red, green, blue, alpha) as base64 of dots: what is darker than the middle is black. */
export const dotsOf = (pixels: Uint8ClampedArray, width: number): string => {
  const dots = pixels.length / 4;
  const rows = new Uint8Array(dots / 8);
  for (let dot = 0; dot < dots; dot += 1)
    if (lightOf(pixels, dot * 4) < 128)
      rows[dot >> 3] = (rows[dot >> 3] ?? 0) | (0x80 >> ((dot % width) & 7));
  return btoa(Array.from(rows, (byte) => String.fromCharCode(byte)).join(''));
};
