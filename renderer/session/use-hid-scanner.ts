import { useEffect } from 'react';
import { create } from 'zustand';
import { isHidScanner, SCANNER_USAGE } from '#shared/devices/hid-scanner.ts';
import { deliverScan } from '../ui/scanner/deliver-scan.ts';
import { createReportReader, SCANNED_DATA } from '../ui/scanner/hid-reports.ts';

/** Honeywell and Metrologic send codes only when they are told to. */
const WAITING_TO_BE_TOLD = new Set([0x0c2e, 0x23d0]);
const BEGIN = { report: 254, data: Uint8Array.of(1) } as const;

const useHeard = create<{ readonly devices: readonly HIDDevice[] }>(() => ({ devices: [] }));

/** Names of the scanners in the mode HID POS that are heard, as they say them themselves. */
export const useHidScannerNames = (): readonly string[] =>
  useHeard(({ devices }) => devices).map(({ productName }) => productName);

const listenTo = async (device: HIDDevice): Promise<void> => {
  if (!isHidScanner(device.collections)) return;
  if (!device.opened) await device.open();
  if (WAITING_TO_BE_TOLD.has(device.vendorId))
    await device.sendFeatureReport(BEGIN.report, BEGIN.data);
  const read = createReportReader();
  device.oninputreport = ({ reportId, data }) => {
    if (reportId !== SCANNED_DATA) return;
    const code = read(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    // A page in the background is another till's, or nobody looks at it.
    if (code !== null && document.visibilityState === 'visible') void deliverScan(code);
  };
  useHeard.setState(({ devices }) => ({
    devices: [...devices.filter((each) => each !== device), device],
  }));
};

/** One that another program has, or that was pulled out meanwhile, is not heard; the others are. */
const listenToAll = async (devices: readonly HIDDevice[]): Promise<void> => {
  await Promise.allSettled(devices.map(listenTo));
};

/** Null = this browser has no such devices. */
const devicesOf = (): HID | null => ('hid' in navigator ? navigator.hid : null);

/** Asks whoever pressed which scanner is to be heard, once for each; null = a browser that cannot hear them. */
export const chooseHidScanner = (): (() => Promise<void>) | null => {
  const hid = devicesOf();
  return hid && (async () => listenToAll(await hid.requestDevice({ filters: [SCANNER_USAGE] })));
};

/** Codes of the scanners that were chosen here, whenever they are plugged in. Once in a till. */
export const useHidScanner = (): void => {
  useEffect(() => {
    const hid = devicesOf();
    if (!hid) return undefined;
    const come = ({ device }: HIDConnectionEvent): void => void listenToAll([device]);
    const go = ({ device }: HIDConnectionEvent): void =>
      useHeard.setState(({ devices }) => ({ devices: devices.filter((each) => each !== device) }));
    hid.addEventListener('connect', come);
    hid.addEventListener('disconnect', go);
    hid.getDevices().then(listenToAll, reportError);
    return () => {
      hid.removeEventListener('connect', come);
      hid.removeEventListener('disconnect', go);
    };
  }, []);
};
