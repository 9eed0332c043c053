import type { Scale, ScaleReading, ScaleState } from '#shared/devices/scale.ts';
import type { Link, OpenLink } from '../printer/link.ts';
import { mtSics } from './mt-sics.ts';
import type { ScaleProtocol } from './scale-protocol.ts';

const PROTOCOLS: Readonly<Record<Scale['protocol'], ScaleProtocol>> = { mt_sics: mtSics };

/** A scale answers within this, in milliseconds; a quick one in ten. */
const ANSWER_LIMIT = 800;
/** Characters of the longest answer. */
const LONGEST = 80;
/** A line that nobody asks over is let go, for whoever else wants it. */
const IDLE = 10_000;

const LINE_END = 0x0a;

const without = (state: ScaleState): ScaleReading => ({ state, weight: null });

/** Bytes that may lie there: ten seconds of the fastest line, from a scale that was told to say its weight again and again. */
const MOST = 115_200;

/** What lies there still was said of what lay on it before, and is no answer. Rejects when that has no end. */
const drain = async (link: Link): Promise<void> => {
  for (let rest = 0; rest < MOST; rest += 1) if ((await link.next(0)) === null) return;
  throw new Error('it does not stop');
};

/** Null = silence; undefined = no line, but something. */
const readLine = async (link: Link): Promise<string | null | undefined> => {
  const heard: number[] = [];
  while (heard.length <= LONGEST) {
    const byte = await link.next(ANSWER_LIMIT);
    if (byte === null) return heard.length === 0 ? null : undefined;
    if (byte === LINE_END) return Buffer.from(heard).toString('latin1').trim();
    heard.push(byte);
  }
  return undefined;
};

const ask = async (link: Link, { question, read }: ScaleProtocol): Promise<ScaleReading> => {
  await drain(link);
  await link.send(question);
  const line = await readLine(link);
  if (line === null) return without('no_answer');
  return line === undefined ? without('garbage') : read(line);
};

/** A scale of this computer. */
export type OpenScale = {
  /** What it says now. Comes back within seconds whatever the scale does; who asks meanwhile hears the same. */
  readonly weigh: () => Promise<ScaleReading>;
  readonly close: () => Promise<void>;
};

/** `open` opens its line, which is kept while it is asked again and again. */
export const openScale = (open: OpenLink, { address, protocol }: Scale): OpenScale => {
  let link: Link | null = null;
  let asked: Promise<ScaleReading> | null = null;
  let idle: NodeJS.Timeout | undefined;

  const letGo = async (): Promise<void> => {
    clearTimeout(idle);
    const open = link;
    link = null;
    await open?.close();
  };
  const weighNow = async (): Promise<ScaleReading> => {
    clearTimeout(idle);
    try {
      link ??= await open(address);
      const reading = await ask(link, PROTOCOLS[protocol]);
      idle = setTimeout(() => void letGo(), IDLE);
      idle.unref();
      return reading;
    } catch {
      await letGo();
      return without('unreachable');
    }
  };
  return {
    weigh: () => {
      asked ??= weighNow().finally(() => (asked = null));
      return asked;
    },
    close: async () => {
      await asked;
      await letGo();
    },
  };
};
