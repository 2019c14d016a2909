import {
  type BrandVariants,
  createDarkTheme,
  createLightTheme,
  type Theme,
  teamsHighContrastTheme,
} from '@fluentui/react-components';

/**
 * Sixteen steps from the key colour #0F5C5C at 80: its hue throughout, lightness in even steps (OKLCH).
 * https://react.fluentui.dev/?path=/docs/theme-theme-designer--docs
 */
const brand: BrandVariants = {
  10: '#001414',
  20: '#001d1e',
  30: '#002727',
  40: '#003131',
  50: '#003b3b',
  60: '#024646',
  70: '#085151',
  80: '#0f5c5c',
  90: '#007575',
  100: '#2c8787',
  110: '#509a99',
  120: '#6eacab',
  130: '#8bbebe',
  140: '#a7d1d0',
  150: '#c3e3e2',
  160: '#dff6f5',
};

/** One stack on every system, nothing downloaded. */
const fontFamilyBase =
  "'Segoe UI Variable Text', 'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'Helvetica Neue', sans-serif";
const fontFamilyMonospace =
  "Consolas, 'SF Mono', 'Cascadia Mono', 'Noto Sans Mono', 'DejaVu Sans Mono', monospace";

/** The desk is a little warmer than the paper that lies on it. */
export const lightTheme: Theme = {
  ...createLightTheme(brand),
  fontFamilyBase,
  fontFamilyMonospace,
  colorBrandBackground2Hover: '#d2efee',
  colorNeutralBackground1Hover: '#f9f7f3',
  colorNeutralBackground2: '#faf9f6',
  colorNeutralBackground2Hover: '#f4f2ed',
  colorNeutralBackground2Pressed: '#ebe8e1',
  colorNeutralBackground2Selected: '#f0eee8',
  colorNeutralBackground3: '#f3f1ec',
  colorNeutralBackground3Hover: '#ebe8e1',
  colorNeutralBackground3Pressed: '#e3dfd6',
  colorNeutralBackground3Selected: '#e6e2da',
  colorNeutralStroke2: '#e4e1da',
  colorNeutralStroke3: '#edeae4',
  colorSubtleBackgroundHover: '#f4f2ed',
  colorSubtleBackgroundPressed: '#ebe8e1',
};

/** For who asks their system for more contrast, in light: text and lines in full ink. */
export const strongLightTheme: Theme = {
  ...lightTheme,
  colorNeutralForeground1: '#000000',
  colorNeutralForeground2: '#141414',
  colorNeutralForeground3: '#242424',
  colorNeutralForeground4: '#333333',
  colorBrandForeground1: '#003b3b',
  colorBrandForeground2: '#003b3b',
  colorBrandBackground: '#024646',
  colorNeutralBackground2: '#ffffff',
  colorNeutralBackground3: '#ffffff',
  colorNeutralStroke1: '#333333',
  colorNeutralStroke2: '#616161',
  colorNeutralStroke3: '#767676',
};

const dark = createDarkTheme(brand);

export const darkTheme: Theme = {
  ...dark,
  fontFamilyBase,
  fontFamilyMonospace,
  // https://react.fluentui.dev/?path=/docs/theme-colors--docs : text of the brand's colour has to stand off a dark ground
  colorBrandForeground1: brand[130],
  colorBrandForeground2: brand[140],
  colorBrandForegroundLink: brand[130],
  colorBrandForegroundLinkHover: brand[140],
  colorBrandForegroundLinkPressed: brand[120],
  colorCompoundBrandForeground1: brand[130],
  colorCompoundBrandForeground1Hover: brand[140],
  colorCompoundBrandBackground: brand[120],
  colorCompoundBrandBackgroundHover: brand[130],
  colorCompoundBrandStroke: brand[120],
  colorBrandStroke1: brand[120],
  colorBrandBackground2: '#1d3434',
  colorBrandBackground2Hover: '#223d3d',
  colorBrandBackground2Pressed: '#182b2b',
  // Fluent's own red is a shade too dark for small text on these grounds (WCAG 1.4.3).
  colorStatusDangerForeground1: '#ee9194',
  colorBrandBackground: brand[90],
  colorBrandBackgroundHover: brand[80],
  colorBrandBackgroundPressed: brand[70],
  colorNeutralBackground1: '#262827',
  colorNeutralBackground1Hover: '#2f3231',
  colorNeutralBackground1Pressed: '#212322',
  colorNeutralBackground2: '#1c1e1d',
  colorNeutralBackground3: '#141615',
  colorNeutralBackground3Hover: '#222524',
  colorNeutralBackground3Pressed: '#0f1110',
  colorNeutralBackground3Selected: '#262a29',
  colorNeutralStroke2: '#3a3d3c',
  colorNeutralStroke3: '#313433',
};

/**
 * Fluent marks what is under the pointer or chosen by black on cyan; where a text of its own colour stands on it, it
 * couldn't be read. Here it is white on a dark cyan everywhere.
 */
const marked =
  /^color(NeutralBackground\d|NeutralCardBackground|SubtleBackground|SubtleBackgroundLightAlpha|TransparentBackground)(Hover|Pressed|Selected)$/;
const textOnMarked = /^colorNeutralForeground[1-5](Brand)?(Hover|Pressed|Selected)$/;
const calmMarks = Object.fromEntries(
  Object.keys(teamsHighContrastTheme).flatMap((name) =>
    marked.test(name) ? [[name, '#0b4a50']] : textOnMarked.test(name) ? [[name, '#ffffff']] : [],
  ),
) as Partial<Theme>;

export const highContrastTheme: Theme = {
  ...teamsHighContrastTheme,
  ...calmMarks,
  fontFamilyBase,
  fontFamilyMonospace,
};
