import { tokens } from '@fluentui/react-components';
import { themeQuartz } from 'ag-grid-community';

/** AG Grid in Fluent's clothes: every colour is a variable of the theme around it, so light and dark come by themselves. */
export const gridTheme = themeQuartz.withParams({
  browserColorScheme: 'inherit',
  backgroundColor: tokens.colorNeutralBackground1,
  foregroundColor: tokens.colorNeutralForeground1,
  textColor: tokens.colorNeutralForeground1,
  cellTextColor: tokens.colorNeutralForeground1,
  headerBackgroundColor: tokens.colorNeutralBackground3,
  headerTextColor: tokens.colorNeutralForeground2,
  headerCellHoverBackgroundColor: tokens.colorNeutralBackground3,
  headerFontWeight: 600,
  borderColor: tokens.colorNeutralStroke2,
  rowBorder: { color: tokens.colorNeutralStroke3 },
  columnBorder: { color: tokens.colorNeutralStroke3 },
  headerColumnBorder: { color: tokens.colorNeutralStroke2 },
  headerColumnResizeHandleColor: 'transparent',
  pinnedColumnBorder: { color: tokens.colorNeutralStroke2 },
  oddRowBackgroundColor: 'transparent',
  rowHoverColor: tokens.colorSubtleBackgroundHover,
  accentColor: tokens.colorCompoundBrandStroke,
  fontFamily: tokens.fontFamilyBase,
  cellFontFamily: tokens.fontFamilyBase,
  fontSize: 13,
  cellHorizontalPadding: 12,
  rowHeight: 32,
  headerHeight: 40,
  wrapperBorder: { color: tokens.colorNeutralStroke2 },
  wrapperBorderRadius: tokens.borderRadiusLarge,
});
