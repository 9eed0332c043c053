import { flushSync } from 'react-dom';
import { isBrowserKey, keyIdOf } from '../keys/key-id.ts';
import { keyLayers, pressKey } from '../keys/key-layers.ts';
import { codeToChar } from '../scanner/code-to-char.ts';
import { deliverScan } from '../scanner/deliver-scan.ts';
import { createScanEar } from '../scanner/scan-ear.ts';
import { scannerPace } from '../scanner/scanner-pace.ts';
import { scanLayers } from '../scanner/scan-layers.ts';
import type { Burst, Stroke } from '../scanner/wedge.ts';
import { isTextField, targetKind } from './input-target.ts';

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock']);

/** Plus and minus print something, so they were held like the keys of a scan; alone they are shortcuts again. */
const pressHeld = ({ code, char }: Stroke): boolean => {
  const shiftKey = char !== codeToChar(code, false);
  const key = keyIdOf({ code, shiftKey, ctrlKey: false, metaKey: false, altKey: false });
  return key !== undefined && pressKey(keyLayers, key, 'none', false);
};

const deliverTyped = (typed: Burst): void => {
  const [only, ...others] = typed;
  if (only && others.length === 0 && pressHeld(only)) return;
  const text = typed.map((stroke) => stroke.text).join('');
  const decoded = typed.map((stroke) => stroke.char).join('');
  scanLayers.topDown()[0]?.().onTyped?.({ text, decoded });
};

/**
 * Puts the till's ears on the page: scans, shortcut keys and text typed into nothing. Capturing on the window, it
 * hears every key before anything on the page does. Returns how to take it off again.
 */
export const listenForInput = (page: Window): (() => void) => {
  const ear = createScanEar({
    onScan: (code) => void deliverScan(code),
    // At once, because the key that ended the typing comes next and must find it done.
    onTyped: (typed) => flushSync(() => deliverTyped(typed)),
    pace: scannerPace,
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing || MODIFIERS.has(event.key)) return;
    if (ear.hears(event)) {
      // What went into a field must reach it; everything else is dealt with.
      if (event.defaultPrevented || !isTextField(event.target)) event.stopImmediatePropagation();
      return;
    }
    const key = keyIdOf(event);
    if (!key) return;
    // At once, so that a scan that follows is heard by the screen that the key opened.
    if (flushSync(() => pressKey(keyLayers, key, targetKind(event.target), event.repeat))) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (isBrowserKey(key)) event.preventDefault();
  };

  page.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    ear.stop();
    page.removeEventListener('keydown', onKeyDown, { capture: true });
  };
};
