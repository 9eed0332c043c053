import { createServer, type Server, type Socket } from 'node:net';
import iconv from 'iconv-lite';
import { type Bitmap, drawLine, type TextRun } from './escpos/draw-line.ts';
import { pngOf } from './png.fixture.ts';

/** What one paper came to: everything between two cuts. */
export type PrintedPaper = {
  /** Text that came as text, line by line; a picture counts as `▒`. */
  readonly lines: readonly string[];
  readonly png: Buffer;
};

/** Charsets by the numbers that this printer gives them. */
const CHARSETS: Readonly<Record<number, string>> = {
  0: 'ascii',
  // As other makers than Epson count.
  6: 'win1251',
  7: 'cp866',
  59: 'cp866',
  73: 'win1251',
  17: 'cp866',
  44: 'cp1125',
  46: 'win1251',
  53: 'rk1048',
};

const PLAIN = { isBold: false, isUnderlined: false, isInverted: false, scaleX: 1, scaleY: 1 };

class NotEnough extends Error {}

/**
 * Decodes ESC/POS as strictly as a printer never does: a command it does not know, a letter that the charset lacks, or a
 * dot beyond the paper is a fault.
 */
class EscPosDecoder {
  readonly papers: PrintedPaper[] = [];
  /** Every pulse for the drawer: pin, on and off time as sent; without an off time it is one in real time. */
  readonly pulses: number[][] = [];
  private bytes = Buffer.alloc(0);
  private at = 0;
  private charset = 'ascii';
  private spacing = 30;
  private dots = 0;
  private style = PLAIN;
  private runs: TextRun[] = [];
  private pieces: Bitmap[] = [];
  private lines: string[] = [];
  private readonly columns: number;
  private readonly reply: (byte: number) => void;
  /** Hears whether this printer may tell its state unasked, as a reset or a command has it. */
  private readonly unasked: (may: boolean) => void;

  constructor(columns: number, reply: (byte: number) => void, unasked: (may: boolean) => void) {
    this.columns = columns;
    this.reply = reply;
    this.unasked = unasked;
  }

  /** How much lies on a paper that is not cut off yet. */
  get unfinishedLines(): number {
    return this.lines.length;
  }

  feed(chunk: Buffer): void {
    this.bytes = Buffer.concat([this.bytes.subarray(this.at), chunk]);
    this.at = 0;
    while (this.at < this.bytes.length) {
      const start = this.at;
      try {
        this.command();
      } catch (error) {
        if (!(error instanceof NotEnough)) throw error;
        this.at = start;
        return;
      }
    }
  }

  private next(): number {
    const byte = this.bytes[this.at];
    if (byte === undefined) throw new NotEnough();
    this.at += 1;
    return byte;
  }

  private command(): void {
    const first = this.next();
    if (first === 0x1b) return this.escape(this.next());
    if (first === 0x1d) return this.group(this.next());
    if (first === 0x10) return this.realTime();
    if (first === 0x0a) return this.feedLine();
    if (first < 0x20) throw new Error(`unknown control ${first.toString(16)}`);
    this.print(first);
  }

  private escape(what: number): void {
    switch (what) {
      case 0x40:
        this.style = PLAIN;
        [this.charset, this.spacing, this.dots, this.runs] = ['ascii', 30, 0, []];
        this.unasked(true);
        return;
      case 0x74: {
        const charset = CHARSETS[this.next()];
        if (charset === undefined) throw new Error('unknown code page');
        this.charset = charset;
        return;
      }
      case 0x33:
        this.spacing = this.next();
        return;
      case 0x45:
        this.style = { ...this.style, isBold: this.flag() };
        return;
      case 0x2d:
        this.style = { ...this.style, isUnderlined: this.next() > 0 };
        return;
      case 0x24:
        this.dots = this.next() + this.next() * 256;
        return;
      case 0x70: {
        const pulse = [this.next(), this.next(), this.next()];
        if ((pulse[0] ?? 2) > 1) throw new Error('no such pin');
        this.pulses.push(pulse);
        return;
      }
      default:
        throw new Error(`unknown ESC ${what.toString(16)}`);
    }
  }

  private group(what: number): void {
    switch (what) {
      case 0x42:
        this.style = { ...this.style, isInverted: this.flag() };
        return;
      case 0x21: {
        const size = this.next();
        this.style = { ...this.style, scaleX: (size >> 4) + 1, scaleY: (size & 7) + 1 };
        return;
      }
      case 0x56:
        if (this.next() !== 66) throw new Error('unknown cut');
        this.next();
        return this.cut();
      case 0x61:
        if (this.next() !== 0) throw new Error('status unasked');
        return this.unasked(false);
      case 0x72:
        if (this.next() !== 1) throw new Error('unknown question');
        return this.reply(0);
      case 0x76:
        return this.picture();
      default:
        throw new Error(`unknown GS ${what.toString(16)}`);
    }
  }

  private flag(): boolean {
    const value = this.next();
    if (value > 1) throw new Error('neither on nor off');
    return value === 1;
  }

  private realTime(): void {
    const kind = this.next();
    if (kind === 0x14) {
      if (this.next() !== 1) throw new Error('unknown real-time act');
      return void this.pulses.push([this.next(), this.next()]);
    }
    if (kind !== 0x04) throw new Error('unknown DLE');
    const what = this.next();
    if (what !== 2 && what !== 4) throw new Error('unknown question');
    this.reply(0x12);
  }

  private print(byte: number): void {
    const letter = iconv.decode(Buffer.from([byte]), this.charset);
    if (letter === '\uFFFD') throw new Error(`no letter ${byte} in ${this.charset}`);
    const column = this.dots / 12;
    if (column + this.style.scaleX > this.columns) throw new Error(`beyond the paper: ${letter}`);
    const last = this.runs.at(-1);
    this.runs.push({ ...this.style, text: letter, column });
    if (last && column < last.column + last.scaleX && column > last.column)
      throw new Error('letters overlap');
    this.dots += 12 * this.style.scaleX;
  }

  private feedLine(): void {
    const line = Array.from({ length: this.columns }, () => ' ');
    for (const { text, column } of this.runs) line[Math.floor(column)] = text;
    this.lines.push(line.join('').trimEnd());
    const drawn = drawLine(this.runs, this.columns);
    if (this.runs.length > 0 && this.spacing < drawn.height) throw new Error('lines overlap');
    this.pieces.push(drawn, this.blank(this.spacing - drawn.height));
    [this.runs, this.dots] = [[], 0];
  }

  private blank(height: number): Bitmap {
    const width = this.columns * 12;
    return { width, height, bytes: Buffer.alloc((width / 8) * height) };
  }

  private picture(): void {
    if (this.next() !== 0x30 || this.next() !== 0) throw new Error('unknown picture');
    const across = this.next() + this.next() * 256;
    const height = this.next() + this.next() * 256;
    if (across !== (this.columns * 12) / 8) throw new Error('a picture not as wide as the paper');
    if (this.runs.length > 0) throw new Error('a picture in a line of text');
    if (this.bytes.length < this.at + across * height) throw new NotEnough();
    const bytes = Buffer.from(this.bytes.subarray(this.at, this.at + across * height));
    this.at += across * height;
    this.pieces.push({ width: across * 8, height, bytes });
    this.lines.push('▒');
  }

  private cut(): void {
    if (this.runs.length > 0) throw new Error('cut in the middle of a line');
    const bytes = Buffer.concat(this.pieces.map((piece) => piece.bytes));
    const width = this.columns * 12;
    const height = this.pieces.reduce((sum, piece) => sum + piece.height, 0);
    this.papers.push({ lines: this.lines, png: pngOf({ width, height, bytes }) });
    [this.pieces, this.lines] = [[], []];
  }
}

/** How the printer behaves; the default is a good one. */
export type Manners = {
  /** Bytes after which the cable is pulled. */
  readonly diesAfter?: number;
  /** Never says anything. */
  readonly isSilent?: boolean;
  /** Serves who came first and lets the others wait in line, as network printers do. */
  readonly servesOne?: boolean;
  /** Tells its state before each answer that comes after printing, until that is turned off. */
  readonly tellsUnasked?: boolean;
  /** As that, and knows no way to turn it off. */
  readonly alwaysTells?: boolean;
  /** Says this as soon as its line opens. */
  readonly greeting?: readonly number[];
  /** Answers to questions about its state. */
  readonly offline?: number;
  readonly paper?: number;
};

export type VirtualPrinter = {
  readonly port: number;
  readonly papers: () => readonly PrintedPaper[];
  readonly pulses: () => readonly (readonly number[])[];
  /** Papers that were begun and never finished. */
  readonly torn: () => number;
  /** How often it told its state without being asked. */
  readonly unasked: () => number;
  /** Whatever was no ESC/POS. */
  readonly faults: () => readonly string[];
  readonly behave: (manners: Manners) => void;
  /** Every byte of the newest connection. */
  readonly received: () => Buffer;
  readonly close: () => Promise<void>;
};

/** Each connection in its turn, or all at once. */
const inLine = (serve: (socket: Socket) => void, servesOne: () => boolean) => {
  const line: Socket[] = [];
  let served: Socket | null = null;
  const serveNext = (): void => {
    served = line.shift() ?? null;
    if (served === null) return;
    served.once('close', serveNext);
    serve(served);
    served.resume();
  };
  return (socket: Socket): void => {
    line.push(socket);
    socket.on('error', () => undefined);
    if (served === null || !servesOne()) serveNext();
  };
};

/** A receipt printer behind a TCP port of this machine. */
export const startVirtualPrinter = async (columns = 48): Promise<VirtualPrinter> => {
  let manners: Manners = {};
  let torn = 0;
  let unasked = 0;
  let received = Buffer.alloc(0);
  const faults: string[] = [];
  const decoders: EscPosDecoder[] = [];
  const sockets = new Set<Socket>();

  const serve = (socket: Socket): void => {
    sockets.add(socket);
    received = Buffer.alloc(0);
    if (manners.greeting) socket.write(Buffer.from(manners.greeting));
    let questions = 0;
    let mayTell = true;
    const tells = (): boolean =>
      manners.alwaysTells === true || (manners.tellsUnasked === true && mayTell);
    const reply = (byte: number): void => {
      if (manners.isSilent) return;
      questions += 1;
      const own = byte === 0x12 ? (questions === 1 ? manners.offline : manners.paper) : undefined;
      if (byte !== 0x12 && tells()) {
        unasked += 1;
        // Its state, and as it is with a serial line: stop, go on.
        socket.write(Buffer.from([0x13, 0x10, 0x00, 0x00, 0x0f, 0x11]));
      }
      socket.write(Buffer.from([own ?? byte]));
    };
    const decoder = new EscPosDecoder(columns, reply, (may) => (mayTell = may));
    decoders.push(decoder);
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      if (decoder.unfinishedLines > 0) torn += 1;
    });
    socket.on('data', (chunk: Buffer) => {
      const room = Math.max(0, (manners.diesAfter ?? Infinity) - received.length);
      received = Buffer.concat([received, chunk]);
      try {
        decoder.feed(chunk.subarray(0, room === Infinity ? chunk.length : room));
      } catch (error) {
        faults.push(String(error));
      }
      if (received.length >= (manners.diesAfter ?? Infinity)) socket.resetAndDestroy();
    });
  };

  const server: Server = createServer(
    { pauseOnConnect: true },
    inLine(serve, () => manners.servesOne === true),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    papers: () => decoders.flatMap(({ papers }) => papers),
    pulses: () => decoders.flatMap(({ pulses }) => pulses),
    torn: () => torn,
    unasked: () => unasked,
    faults: () => faults,
    behave: (next) => (manners = next),
    received: () => received,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};
