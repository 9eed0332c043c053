import { useCallback, useEffect, useState } from 'react';
import {
  type DeviceSettings,
  type FoundDevices,
  NO_DEVICES,
  type PrinterTest,
} from '#shared/devices/devices.ts';
import type { Paper, Printer, PrinterState, WaitingPaper } from '#shared/devices/printing.ts';
import type { Scale, ScaleReading } from '#shared/devices/scale.ts';
import { useTill } from './till-context.ts';

export type Devices = {
  /** null until this computer has said it, or when it reaches none. */
  readonly settings: DeviceSettings | null;
  readonly isUnavailable: boolean;
  /** Resolves with whether it is on the disk. */
  readonly save: (settings: DeviceSettings) => Promise<boolean>;
  readonly find: () => Promise<FoundDevices>;
  /** null = this computer did not answer. */
  readonly test: (printer: Printer, what: PrinterTest, page: Paper) => Promise<PrinterState | null>;
  /** null = this computer did not answer. */
  readonly testScale: (scale: Scale) => Promise<ScaleReading | null>;
  readonly sendTo: (id: string, printerId: string) => Promise<void>;
  readonly discard: (id: string) => Promise<void>;
};

const NOTHING_FOUND: FoundDevices = { network: [], usb: [], serial: [] };

/** The devices of this computer, as its shell reaches them. */
export const useDevices = (): Devices => {
  const { shell } = useTill();
  const [settings, setSettings] = useState<DeviceSettings | null>(null);
  const [isUnavailable, setUnavailable] = useState(false);
  useEffect(() => {
    const load = async (): Promise<void> => {
      const answer = await shell.call('devices.settings', {});
      setSettings(answer.ok ? answer.value : NO_DEVICES);
      setUnavailable(!answer.ok);
    };
    void load();
  }, [shell]);
  return {
    settings,
    isUnavailable,
    save: async (next) => {
      const saved = await shell.call('devices.save', next);
      if (saved.ok) setSettings(next);
      return saved.ok;
    },
    find: async () => {
      const found = await shell.call('devices.find', {});
      return found.ok ? found.value : NOTHING_FOUND;
    },
    test: async (printer, what, page) => {
      const state = await shell.call('devices.test', { printer, what, page });
      return state.ok ? state.value : null;
    },
    testScale: async (scale) => {
      const reading = await shell.call('devices.testScale', scale);
      return reading.ok ? reading.value : null;
    },
    sendTo: async (id, printerId) => {
      await shell.call('devices.sendTo', { id, printerId });
    },
    discard: async (id) => {
      await shell.call('devices.discard', { id });
    },
  };
};

/** Milliseconds between two looks: whether paper was put in is no matter of seconds. */
const LOOK = 4000;

/** Papers that are not printed, newest knowledge first. `look` asks at once. */
export const useWaitingPapers = (): {
  readonly papers: readonly WaitingPaper[];
  readonly look: () => Promise<void>;
} => {
  const { shell } = useTill();
  const [papers, setPapers] = useState<readonly WaitingPaper[]>([]);
  const look = useCallback(async (): Promise<void> => {
    const waiting = await shell.call('devices.waiting', {});
    if (waiting.ok)
      setPapers((before) => (before.length + waiting.value.length === 0 ? before : waiting.value));
  }, [shell]);
  useEffect(() => {
    const first = setTimeout(() => void look(), 0);
    const timer = setInterval(() => void look(), LOOK);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [look]);
  return { papers, look };
};
