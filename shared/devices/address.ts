import { Type, type Static } from 'typebox';
import { Exact } from '../kernel/schema.ts';

export const NetworkAddress = Exact({
  type: Type.Literal('network'),
  host: Type.String({ pattern: '^[A-Za-z0-9.:-]{1,253}$' }),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
});

/** Eight bits, no parity, one stop bit: as nearly every device is delivered. */
export const BAUD_RATES = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200] as const;

/** A serial port, or a USB device that is one: `COM3`, `/dev/ttyUSB0`, `/dev/cu.usbserial-1`. */
export const SerialAddress = Exact({
  type: Type.Literal('serial'),
  path: Type.String({
    pattern: String.raw`^(COM[0-9]{1,3}|/dev/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*)$`,
  }),
  baudRate: Type.Enum([...BAUD_RATES]),
});
export type SerialAddress = Static<typeof SerialAddress>;
