import {
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  SegmentedControl,
} from '@mantine/core';
import segmentedControl from './segmented-control.module.css';

/** Light uses shade 7, dark shade 4; both are `--primary` of tokens.css. */
const teal: MantineColorsTuple = [
  '#e9f8f6',
  '#dff2ef',
  '#b5e4de',
  '#8ce9dd',
  '#2cc4b3',
  '#1fae9e',
  '#129084',
  '#0b6b62',
  '#095950',
  '#084c46',
];

/** Mantine draws its dark scheme from this tuple: text first, then borders, controls and grounds. */
const dark: MantineColorsTuple = [
  '#e8edf3',
  '#c9d2dc',
  '#aeb8c5',
  '#76828f',
  '#4b5663',
  '#262e38',
  '#1d242d',
  '#161b22',
  '#11161c',
  '#0d1116',
];

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 4 },
  colors: { teal, dark },
  black: '#12171e',
  fontFamily: "'Golos Text Variable', system-ui, sans-serif",
  fontFamilyMonospace: "'IBM Plex Mono', ui-monospace, monospace",
  headings: { fontWeight: '700' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '14px', xl: '999px' },
  defaultRadius: 'md',
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // High enough for a finger.
    SegmentedControl: SegmentedControl.extend({
      classNames: {
        root: segmentedControl['root'] ?? '',
        label: segmentedControl['label'] ?? '',
      },
    }),
  },
});

/** Mantine's own parts take the tokens of the kit, so that there is one source of colours. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--text)',
    '--mantine-color-dimmed': 'var(--text-2)',
    '--mantine-color-placeholder': 'var(--text-3)',
    '--mantine-color-error': 'var(--danger)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--surface-2)',
    '--mantine-color-default-color': 'var(--text)',
    '--mantine-color-default-border': 'var(--border-control)',
    '--mantine-color-disabled': 'var(--disabled)',
    '--mantine-color-disabled-color': 'var(--on-disabled)',
    '--mantine-primary-color-contrast': 'var(--on-primary)',
  },
  light: {},
  dark: {},
});
