import { readSetting, writeSetting } from '../theme/stored-setting.ts';
import { type Pace, USUAL_PACE } from './wedge.ts';

const SETTING = 'scannerPace';

const stored = (): Pace => {
  const found = /^(\d{1,3})\/(\d{1,3})$/.exec(readSetting(SETTING) ?? '');
  return found ? { average: Number(found[1]), longest: Number(found[2]) } : USUAL_PACE;
};

let current: Pace | null = null;

/** How fast the scanner of this computer types: as scanners do, unless it was tried and found slower. */
export const scannerPace = (): Pace => (current ??= stored());

export const setScannerPace = (pace: Pace): void => {
  current = pace;
  writeSetting(SETTING, `${pace.average}/${pace.longest}`);
};
