import { tokens } from '@fluentui/react-components';

/** The mark: a slip of paper with a torn edge, and a tick. Decoration; the word beside it names the app. */
export function DocketMark({ size = 24 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d="M5 3.5A1.5 1.5 0 0 1 6.5 2h11A1.5 1.5 0 0 1 19 3.5V21l-2.33-1.6L14.33 21 12 19.4 9.67 21l-2.34-1.6L5 21Z"
        fill={tokens.colorBrandBackground}
      />
      <path
        d="m8.6 10.9 2.4 2.4 4.6-5"
        fill="none"
        stroke={tokens.colorNeutralForegroundOnBrand}
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
