import { Type, type Static } from 'typebox';
import { Exact, Nullable } from '../kernel/schema.ts';
import { TimeSchema } from '../kernel/ids.ts';
import { NetworkAddress, SerialAddress } from './address.ts';

const Name = Type.String({ minLength: 1, maxLength: 80 });

/** How a printer is reached. */
export const PrinterAddress = Type.Union([
  NetworkAddress,
  /** A device file of the system, such as `/dev/usb/lp0`. */
  Exact({ type: Type.Literal('usb'), path: Type.String({ pattern: '^/dev/usb/lp[0-9]{1,2}$' }) }),
  SerialAddress,
]);
export type PrinterAddress = Static<typeof PrinterAddress>;

/** Letters that printers know by heart; what is not among them is drawn. */
export const CHARSETS = ['ascii', 'cp866', 'cp1125', 'win1251', 'rk1048'] as const;
export const Charset = Type.Enum([...CHARSETS]);
export type Charset = Static<typeof Charset>;

export const Printer = Exact({
  id: Type.String({ pattern: '^[a-z0-9-]{1,40}$' }),
  name: Name,
  address: PrinterAddress,
  /** Letters on a line: 48 of 80 mm paper, 32 of 58 mm. */
  columns: Type.Enum([32, 42, 48]),
  charset: Charset,
  /** What the printer calls that charset: the number of `ESC t`, which makers choose as they like. */
  codePage: Type.Integer({ minimum: 0, maximum: 255 }),
  /** A cash drawer hangs on it. */
  hasDrawer: Type.Boolean(),
});
export type Printer = Static<typeof Printer>;

/** Why a printer does not print, or not now. */
const PRINTER_FAULTS = [
  'unreachable',
  'no_answer',
  'busy',
  'outside',
  'garbage',
  'cover_open',
  'paper_out',
  'fault',
  'interrupted',
] as const;
export const PrinterFault = Type.Enum([...PRINTER_FAULTS]);
export type PrinterFault = Static<typeof PrinterFault>;

/** `ready_silent`: it takes what it is sent and never says anything. */
export const PrinterState = Type.Enum(['ready', 'ready_silent', 'paper_low', ...PRINTER_FAULTS]);
export type PrinterState = Static<typeof PrinterState>;

/** Letters of one paper; what is longer is cut into several. */
export const LONGEST_DOCUMENT = 200_000;

/** A paper to be printed, as a ReceiptLine document. `id` is the same at every try: it is printed once. */
export const Paper = Exact({
  id: Type.String({ pattern: '^[A-Za-z0-9_.-]{1,120}$' }),
  /** For people: the number of the receipt. */
  title: Type.String({ maxLength: 120 }),
  document: Type.String({ minLength: 1, maxLength: LONGEST_DOCUMENT }),
  /** The line that stands on top of it when the first was interrupted. */
  againTitle: Type.String({ maxLength: 120 }),
});
export type Paper = Static<typeof Paper>;

/** What a paper is for: each use has its own printer. */
export const PaperUse = Type.Enum(['receipts', 'labels']);
export type PaperUse = Static<typeof PaperUse>;

/** A paper in the spool. */
export const PrintJob = Exact({
  ...Paper.properties,
  printerId: Type.String(),
  addedAt: TimeSchema,
  /** How often bytes of it began to go to a printer. */
  begun: Type.Integer({ minimum: 0 }),
  /** `held`: interrupted twice, a person decides. */
  state: Type.Enum(['waiting', 'held']),
  fault: Nullable(PrinterFault),
});
export type PrintJob = Static<typeof PrintJob>;

/** What is shown of it: without what stands on it. */
export const WaitingPaper = Exact({
  id: PrintJob.properties.id,
  title: PrintJob.properties.title,
  printerId: PrintJob.properties.printerId,
  addedAt: TimeSchema,
  state: PrintJob.properties.state,
  fault: PrintJob.properties.fault,
});
export type WaitingPaper = Static<typeof WaitingPaper>;
