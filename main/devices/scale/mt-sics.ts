import type { ScaleReading, ScaleState } from '#shared/devices/scale.ts';
import type { ScaleProtocol } from './scale-protocol.ts';

const WEIGHT = /^S ([SD]) +(-?) *(\d{1,6})(?:\.(\d{1,6}))? +(kg|g)$/;

/** What it answers instead of a weight, without spaces. */
const SIGNS: Readonly<Record<string, ScaleState>> = {
  'S+': 'overload',
  'S-': 'below_zero',
  SI: 'busy',
  ES: 'garbage',
  ET: 'busy',
  EL: 'busy',
};

const without = (state: ScaleState): ScaleReading => ({ state, weight: null });

/** Digits as they were sent to thousandths of a kilogram, half a gram upwards; no float in between. */
const thousandths = (whole: string, fraction: string, unit: string): number => {
  const places = unit === 'kg' ? 3 : 0;
  const kept = Number(whole + fraction.slice(0, places).padEnd(places, '0'));
  return (fraction[places] ?? '0') >= '5' ? kept + 1 : kept;
};

/**
 * The Standard Interface Command Set of Mettler-Toledo, level 0, which many other makers speak too: `SI` asks, and
 * `S S      0.256 kg` (settled), `S D …` (moving), `S +`, `S -` or `S I` answers.
 */
export const mtSics: ScaleProtocol = {
  question: Buffer.from('SI\r\n', 'latin1'),
  read: (line) => {
    const sign = SIGNS[line.replaceAll(' ', '')];
    if (sign !== undefined) return without(sign);
    const found = WEIGHT.exec(line);
    if (!found) return without('garbage');
    const [, settled, minus, whole = '', fraction = '', unit = ''] = found;
    const weight = thousandths(whole, fraction, unit);
    if (weight > 1_000_000) return without('garbage');
    if (minus === '-' && weight > 0)
      return settled === 'S' ? without('below_zero') : { state: 'moving', weight: -weight };
    return { state: settled === 'S' ? 'stable' : 'moving', weight };
  },
};
