import type { PrinterState } from '#shared/devices/printing.ts';
import type { Tone } from '#renderer/ui/feedback/tone.ts';

/** Red is what a person must see to before anything is printed. */
export const toneOf = (state: PrinterState): Tone => {
  switch (state) {
    case 'ready':
      return 'ok';
    case 'ready_silent':
      return 'info';
    case 'paper_low':
    case 'interrupted':
    case 'busy':
      return 'warn';
    case 'unreachable':
    case 'no_answer':
    case 'outside':
    case 'garbage':
    case 'cover_open':
    case 'paper_out':
    case 'fault':
      return 'danger';
  }
};
