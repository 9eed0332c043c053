import type { Bitmap } from './draw-line.ts';

const ESC = 0x1b;
const GS = 0x1d;
const DLE = 0x10;

const low = (value: number): number => value & 255;
const high = (value: number): number => (value >> 8) & 255;

/** Initialize: whatever was sent before, the printer is as new. */
export const RESET = Buffer.from([ESC, 0x40]);
export const selectCodePage = (page: number): Buffer => Buffer.from([ESC, 0x74, page]);
/** Dots from one line to the next. */
export const lineSpacing = (dots: number): Buffer => Buffer.from([ESC, 0x33, dots]);
/** Feeds to the knife and cuts all but a corner. */
export const CUT = Buffer.from([GS, 0x56, 66, 0]);
export const LINE_FEED = Buffer.from([0x0a]);
/** The pulse that opens a drawer: pin 2, 50 ms on, 500 ms off. */
export const DRAWER_PULSE = Buffer.from([ESC, 0x70, 0, 25, 250]);
/** The same in real time, 100 ms: a printer obeys it as it comes or passes it over, and never keeps it for later. */
export const DRAWER_PULSE_NOW = Buffer.from([DLE, 0x14, 1, 0, 1]);
/** The printer says how it is only when asked; a reset gives that back to what its memory switch says. */
export const AUTO_STATUS_OFF = Buffer.from([GS, 0x61, 0]);
/** Asks for the state of the paper sensor; answered when all before it is printed. */
export const ASK_PRINTED = Buffer.from([GS, 0x72, 1]);
/** Asks at once, whatever is being printed: 2 = why it is offline, 4 = paper. */
export const askState = (what: 2 | 4): Buffer => Buffer.from([DLE, 0x04, what]);

export type Style = {
  readonly isBold: boolean;
  readonly isUnderlined: boolean;
  readonly isInverted: boolean;
  readonly scaleX: number;
  readonly scaleY: number;
};

export const style = ({ isBold, isUnderlined, isInverted, scaleX, scaleY }: Style): Buffer =>
  Buffer.concat([
    Buffer.from([ESC, 0x45, isBold ? 1 : 0]),
    Buffer.from([ESC, 0x2d, isUnderlined ? 2 : 0]),
    Buffer.from([GS, 0x42, isInverted ? 1 : 0]),
    Buffer.from([GS, 0x21, ((scaleX - 1) << 4) | (scaleY - 1)]),
  ]);

/** Dots from the left edge. */
export const moveTo = (dots: number): Buffer => Buffer.from([ESC, 0x24, low(dots), high(dots)]);

/** A picture at the left edge; the paper is fed past it. */
export const picture = ({ width, height, bytes }: Bitmap): Buffer => {
  const across = Math.ceil(width / 8);
  const head = [GS, 0x76, 0x30, 0, low(across), high(across), low(height), high(height)];
  return Buffer.concat([Buffer.from(head), bytes]);
};
