import { type ReactNode, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LayerDepth, useLayerDepth } from '../input/layer-depth.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useScanner } from '../scanner/use-scanner.ts';

type DialogLayerProps = {
  readonly onEscape: (() => void) | undefined;
  readonly children: ReactNode;
};

/**
 * Takes the focus with the very drawing of the dialog: the focus trap does it a moment later, and what was typed
 * meanwhile would go into the field below.
 */
const useFocusAtOnce = (): void =>
  useLayoutEffect(() => {
    const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1);
    dialog?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
  }, []);

/** The edge that keys and scans do not pass, and above it the layer of what the dialog contains. */
export const DialogLayer = ({ onEscape, children }: DialogLayerProps) => {
  const { t } = useTranslation();
  const edge = useLayerDepth() + 1;
  useFocusAtOnce();
  useKeys(onEscape ? [{ key: 'Escape', label: t('keys.back'), run: onEscape }] : [], {
    depth: edge,
    edge: true,
  });
  useScanner({ onScan: () => false }, edge);
  return <LayerDepth value={edge + 1}>{children}</LayerDepth>;
};
