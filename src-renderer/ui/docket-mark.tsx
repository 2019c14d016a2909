import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  // A drawing keeps its own colours in high contrast: these follow the person's.
  slip: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  tick: {
    stroke: tokens.colorNeutralForegroundOnBrand,
    '@media (forced-colors: active)': { stroke: 'Canvas' },
  },
});

/** The mark: a slip of paper with a torn edge, and a tick. Decoration; the word beside it names the app. */
export function DocketMark({ size = 24 }: { readonly size?: number }) {
  const styles = useStyles();
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d="M5 3.5A1.5 1.5 0 0 1 6.5 2h11A1.5 1.5 0 0 1 19 3.5V21l-2.33-1.6L14.33 21 12 19.4 9.67 21l-2.34-1.6L5 21Z"
        className={styles.slip}
      />
      <path
        d="m8.6 10.9 2.4 2.4 4.6-5"
        fill="none"
        className={styles.tick}
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
