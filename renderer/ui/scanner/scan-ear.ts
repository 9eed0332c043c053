import { isTextField, targetKind, type TextField } from '../input/input-target.ts';
import { codeToChar } from './code-to-char.ts';
import { type FieldSnapshot, restoreSnapshot, takeSnapshot } from './field-snapshot.ts';
import {
  type Burst,
  NO_BURST,
  onInterruption,
  onStroke,
  onTerminator,
  type Pace,
  type Stroke,
} from './wedge.ts';

const TERMINATORS = new Set(['Enter', 'NumpadEnter', 'Tab']);
/** How scanners type the separator of GS1 fields (FNC1): Ctrl+]. */
const GROUP_SEPARATOR = '\u001d';

/** The event as a key of a scan; undefined for keys that print nothing and for a key held down. */
const strokeOf = (event: KeyboardEvent, isInBurst: boolean): Stroke | undefined => {
  const { code, key, timeStamp: at } = event;
  if (event.repeat || event.altKey || event.metaKey) return undefined;
  if (event.ctrlKey)
    return isInBurst && code === 'BracketRight'
      ? { code, char: GROUP_SEPARATOR, text: '', at }
      : undefined;
  const char = codeToChar(code, event.shiftKey);
  // Without Num Lock the number pad moves the cursor instead of printing.
  if (char === undefined || (code.startsWith('Numpad') && key.length > 1)) return undefined;
  return { code, char, text: key.length === 1 ? key : '', at };
};

type Heard = {
  readonly onScan: (code: string) => void;
  /** Keys that a person typed while no field had the focus. */
  readonly onTyped: (typed: Burst) => void;
  /** How fast this computer's scanner types. */
  readonly pace: () => Pace;
};

type ScanEar = {
  /** Whether the key belongs to a scan or may: then nobody else has seen it, unless it went into a field. */
  readonly hears: (event: KeyboardEvent) => boolean;
  readonly stop: () => void;
};

/**
 * Tells scans from typing, key by key. Keys outside a field are held until that is clear; a field gets them at
 * once and its value back when they turn out to be a scan.
 */
export const createScanEar = ({ onScan, onTyped, pace }: Heard): ScanEar => {
  let burst = NO_BURST;
  /** Where the burst is being typed; null outside fields. */
  let field: FieldSnapshot | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const settle = (typed: Burst): void => {
    if (field === null && typed.length > 0) onTyped(typed);
  };

  const interrupt = (): void => {
    const step = onInterruption(burst);
    burst = step.burst;
    settle(step.typed);
  };

  const settleAfterSilence = (): void => {
    clearTimeout(timer);
    const { longest } = pace();
    const due = performance.now() + longest;
    timer = setTimeout(() => {
      // The page was busy, so keys of the scan may wait behind this timer.
      if (performance.now() - due > longest / 3) settleAfterSilence();
      else interrupt();
    }, longest);
  };

  const take = (stroke: Stroke, target: TextField | null): void => {
    if (target !== (field?.field ?? null)) interrupt();
    const step = onStroke(burst, stroke, pace());
    settle(step.typed);
    burst = step.burst;
    if (burst.length === 1) field = target && takeSnapshot(target);
    settleAfterSilence();
  };

  const endsScan = (at: number): boolean => {
    const step = onTerminator(burst, at, pace());
    burst = step.burst;
    if (step.scan === undefined) {
      settle(step.typed);
      return false;
    }
    if (field) restoreSnapshot(field);
    onScan(step.scan);
    return true;
  };

  const hears = (event: KeyboardEvent): boolean => {
    const stroke = strokeOf(event, burst.length > 0);
    const presses = event.code === 'Space' && targetKind(event.target) === 'pressable';
    if (stroke && !(presses && burst.length === 0)) {
      take(stroke, isTextField(event.target) ? event.target : null);
      if (field === null) event.preventDefault();
      return true;
    }
    if (!TERMINATORS.has(event.code)) {
      interrupt();
      return false;
    }
    const isEnd = endsScan(event.timeStamp);
    if (isEnd) event.preventDefault();
    return isEnd;
  };

  return { hears, stop: () => clearTimeout(timer) };
};
