import { makeStaticStyles, tokens } from '@fluentui/react-components';
import { headHeight, rowHeight } from './grid-ports.ts';

/** What a cell that is part of a choice of several is marked with. */
export const chosenClass = 'docket-chosen';

const line = `1px solid ${tokens.colorNeutralStroke3}`;
const strict = { contain: 'strict' } as const;

/**
 * The looks of the grid's own elements, which React doesn't draw. Everything is as independent of its neighbours as CSS
 * allows (`contain`), so that a row that changes costs no more than itself.
 */
export const useGridStyles = makeStaticStyles([
  `@keyframes docket-appear { to { opacity: 1; } }`,
  // Where the system's colours stand for the theme's, backgrounds and shadows are gone.
  `@media (forced-colors: active) {
    .docket-cell.${chosenClass} { outline: 1px solid Highlight; outline-offset: -1px; }
  }`,
  {
    '.docket-grid': {
      ...strict,
      overflow: 'auto',
      width: '100%',
      height: '100%',
      boxSizing: 'border-box',
      backgroundColor: tokens.colorNeutralBackground1,
      // The head goes on above the scroll bar.
      backgroundImage: `linear-gradient(${tokens.colorNeutralBackground3} ${headHeight}px, transparent ${headHeight}px)`,
      border: `1px solid ${tokens.colorNeutralStroke2}`,
      borderRadius: tokens.borderRadiusLarge,
      color: tokens.colorNeutralForeground1,
      fontFamily: tokens.fontFamilyBase,
      fontSize: '13px',
      fontVariantNumeric: 'tabular-nums',
    },
    '.docket-view': { ...strict, position: 'sticky', top: 0, left: 0, overflow: 'clip' },
    '.docket-head': {
      ...strict,
      position: 'absolute',
      inset: `0 0 auto 0`,
      height: `${headHeight}px`,
      boxSizing: 'border-box',
      zIndex: 1,
      backgroundColor: tokens.colorNeutralBackground3,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      color: tokens.colorNeutralForeground2,
      fontWeight: tokens.fontWeightSemibold,
    },
    '.docket-body': { ...strict, position: 'absolute', inset: `${headHeight}px 0 0 0`, overflow: 'clip' },
    '.docket-rows': { position: 'absolute', top: 0, left: 0, right: 0, height: 0 },
    '.docket-row': {
      ...strict,
      position: 'absolute',
      top: 0,
      left: 0,
      width: '100%',
      height: `${rowHeight}px`,
      boxSizing: 'border-box',
      borderBottom: line,
      ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    },
    '.docket-pinned': {
      ...strict,
      position: 'absolute',
      top: 0,
      left: 0,
      height: '100%',
      boxSizing: 'border-box',
      borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
    },
    '.docket-clip': { ...strict, position: 'absolute', inset: 0, overflow: 'clip' },
    '.docket-mover': { position: 'absolute', top: 0, left: 0, height: '100%' },
    '.docket-cell': {
      ...strict,
      position: 'absolute',
      top: 0,
      height: `${rowHeight - 1}px`,
      lineHeight: `${rowHeight - 1}px`,
      boxSizing: 'border-box',
      padding: '0 12px',
      borderRight: line,
      overflow: 'clip',
      textOverflow: 'ellipsis',
      // Spaces are part of a value: "exactly as in the file" holds for them as well.
      whiteSpace: 'pre',
      userSelect: 'none',
      cursor: 'default',
      ':focus': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    },
    '.docket-at-end': { textAlign: 'right' },
    '.docket-row-name': {
      color: tokens.colorNeutralForeground3,
      backgroundColor: tokens.colorNeutralBackground2,
    },
    [`.docket-cell.${chosenClass}`]: {
      backgroundColor: tokens.colorBrandBackground2,
      boxShadow: `inset 0 0 0 1px ${tokens.colorBrandStroke2}`,
    },
    // A row that is still being read shows where it will stand, though not at once: most are there within a moment.
    '.docket-waiting::after': {
      content: '""',
      position: 'absolute',
      left: '96px',
      top: `${rowHeight / 2 - 5}px`,
      width: '38%',
      height: '10px',
      borderRadius: tokens.borderRadiusMedium,
      backgroundColor: tokens.colorNeutralStencil1,
      opacity: 0,
      animationName: 'docket-appear',
      animationDuration: '1ms',
      animationDelay: '250ms',
      animationFillMode: 'forwards',
    },
  },
]);
