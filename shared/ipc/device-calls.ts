import { Type } from 'typebox';
import { DeviceSettings, FoundDevices, PrinterTest } from '../devices/devices.ts';
import {
  Paper,
  PaperUse,
  Printer,
  PrinterFault,
  PrinterState,
  WaitingPaper,
} from '../devices/printing.ts';
import { Scale, ScaleReading } from '../devices/scale.ts';
import { ScannerNews } from '../devices/scanner.ts';
import { Exact, Nullable } from '../kernel/schema.ts';
import { declareCalls } from './declare-call.ts';

const noPrinter = Exact({ type: Type.Literal('no_printer') });
const notSaved = Exact({ type: Type.Literal('not_saved') });

/** Printers, drawer and display of this computer. */
export const deviceCalls = declareCalls({
  'devices.settings': { asks: Exact({}), answers: DeviceSettings, problems: Type.Never() },
  'devices.save': { asks: DeviceSettings, answers: Type.Null(), problems: notSaved },
  'devices.find': { asks: Exact({}), answers: FoundDevices, problems: Type.Never() },
  'devices.test': {
    asks: Exact({ printer: Printer, what: PrinterTest, page: Paper }),
    answers: PrinterState,
    problems: Type.Never(),
  },
  /** Into the spool of the printer that is for this; answered before it is printed. */
  'devices.print': {
    asks: Exact({ paper: Paper, use: PaperUse }),
    answers: Type.Null(),
    problems: Type.Union([noPrinter, notSaved]),
  },
  'devices.waiting': { asks: Exact({}), answers: Type.Array(WaitingPaper), problems: Type.Never() },
  'devices.sendTo': {
    asks: Exact({ id: Paper.properties.id, printerId: Printer.properties.id }),
    answers: Type.Null(),
    problems: noPrinter,
  },
  'devices.discard': {
    asks: Exact({ id: Paper.properties.id }),
    answers: Type.Null(),
    problems: Type.Never(),
  },
  /** What lies on the scale; null = this computer has none. Comes back within seconds whatever the scale does. */
  'devices.weigh': { asks: Exact({}), answers: Nullable(ScaleReading), problems: Type.Never() },
  'devices.testScale': { asks: Scale, answers: ScaleReading, problems: Type.Never() },
  /** Answered when a code is read that comes after that number, or after some seconds without one. */
  'devices.nextScan': {
    asks: Exact({ after: Nullable(Type.Integer({ minimum: 0 })) }),
    answers: ScannerNews,
    problems: Type.Never(),
  },
  /** The pulse goes at once or not at all: a drawer that opens later opens for nobody. */
  'devices.openDrawer': {
    asks: Exact({}),
    answers: Type.Null(),
    problems: Type.Union([
      noPrinter,
      Exact({ type: Type.Literal('drawer_shut'), fault: PrinterFault }),
    ]),
  },
});
