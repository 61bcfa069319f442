import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const pine: MantineColorsTuple = [
  '#eef7f4',
  '#dcece6',
  '#b5d8cc',
  '#8bc4b0',
  '#69b399',
  '#53a98a',
  '#459f7f',
  '#2f8064',
  '#1d6b52',
  '#0c5640',
];

/** Text that is less important, still at a contrast of 4.5 on every surface. */
const DIMMED = { light: '#5b6168', dark: '#a6adb4' };

export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  colors: { pine },
  fontFamily: 'var(--font-geist-sans), system-ui, sans-serif',
  fontFamilyMonospace: 'var(--font-geist-mono), ui-monospace, monospace',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.625rem', lineHeight: '1.25' },
      h2: { fontSize: '1.125rem', lineHeight: '1.4' },
      h3: { fontSize: '1rem', lineHeight: '1.4' },
    },
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Anchor: { defaultProps: { underline: 'always' } },
    Paper: { defaultProps: { withBorder: true, radius: 'lg' } },
  },
});

export const resolveVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': DIMMED.light,
    '--mantine-color-error': '#c02626',
    '--mantine-color-orange-light': '#fff3e0',
    '--mantine-color-orange-light-color': '#8f3a05',
    '--mantine-color-red-light': '#fdebea',
    '--mantine-color-red-light-color': '#a61b1b',
    '--mantine-color-body': '#ffffff',
    '--surface-page': '#f6f7f6',
    '--surface-track': '#e6e9e8',
    '--color-link': colors['pine']?.[9] ?? '',
    '--mantine-color-anchor': colors['pine']?.[9] ?? '',
  },
  dark: {
    '--mantine-color-dimmed': DIMMED.dark,
    '--mantine-color-error': '#ff8f8a',
    '--mantine-color-orange-light': '#37281a',
    '--mantine-color-orange-light-color': '#f7b267',
    '--mantine-color-red-light': '#3a2122',
    '--mantine-color-red-light-color': '#ff9e98',
    '--mantine-color-body': '#1a1d1e',
    '--mantine-color-gray-light': '#2c3234',
    '--mantine-color-gray-light-color': '#d3d8dc',
    '--surface-page': '#121415',
    '--surface-track': '#33383a',
    '--color-link': colors['pine']?.[3] ?? '',
    '--mantine-color-pine-light': '#1d3a30',
    '--mantine-color-pine-light-hover': '#23463a',
    '--mantine-color-pine-light-color': colors['pine']?.[2] ?? '',
    '--mantine-color-anchor': colors['pine']?.[3] ?? '',
  },
});
