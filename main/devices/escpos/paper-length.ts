import { LINE_FEED, lineSpacing, picture } from './commands.ts';

const PICTURE = picture({ width: 0, height: 0, bytes: Buffer.alloc(0) });
const PICTURE_NAME = PICTURE.subarray(0, 4);
const SPACING = lineSpacing(0);
const SPACING_NAME = SPACING.subarray(0, 2);

/** Between two lines as long as nothing else is said: a sixth of an inch at 203 dots. */
const USUAL_SPACING = 34;

/** Dots of paper that so many bytes of ours feed: lines of text and pictures. */
export const paperLength = (bytes: Buffer): number => {
  let dots = 0;
  let spacing = USUAL_SPACING;
  let at = 0;
  const isAt = (name: Buffer): boolean => bytes.subarray(at, at + name.length).equals(name);
  while (at < bytes.length) {
    if (isAt(PICTURE_NAME) && at + PICTURE.length <= bytes.length) {
      const height = bytes.readUInt16LE(at + 6);
      dots += height;
      // Whatever its dots are, they are no commands.
      at += PICTURE.length + bytes.readUInt16LE(at + 4) * height;
    } else if (isAt(SPACING_NAME)) {
      spacing = bytes[at + 2] ?? spacing;
      at += SPACING.length;
    } else {
      if (isAt(LINE_FEED)) dots += spacing;
      at += 1;
    }
  }
  return dots;
};
