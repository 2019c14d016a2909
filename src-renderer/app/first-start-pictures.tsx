import { tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';

const ink = tokens.colorBrandForeground1;
const paper = tokens.colorNeutralBackground1;
const faint = tokens.colorNeutralStroke1;
const tint = tokens.colorBrandBackground2;

function Picture({ children }: { readonly children: ReactElement | readonly ReactElement[] }) {
  return (
    <svg
      width="144"
      height="96"
      viewBox="0 0 144 96"
      fill="none"
      aria-hidden="true"
      focusable="false"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {children}
    </svg>
  );
}

const tray = 'M34 62v14a6 6 0 0 0 6 6h64a6 6 0 0 0 6-6V62';

/** A sheet comes down into the tray. */
export function CollectPicture() {
  return (
    <Picture>
      <path d={tray} stroke={faint} strokeWidth="2.5" key="tray" />
      <path
        d="M52 12h30l10 10v44a3 3 0 0 1-3 3H55a3 3 0 0 1-3-3Z"
        fill={paper}
        stroke={ink}
        strokeWidth="2"
        key="sheet"
      />
      <path d="M82 12v10h10" stroke={ink} strokeWidth="2" key="fold" />
      <path d="M72 30v22m-8-8 8 8 8-8" stroke={ink} strokeWidth="2.5" key="arrow" />
    </Picture>
  );
}

/** A table under a lens. */
export function ReviewPicture() {
  return (
    <Picture>
      <rect
        x="32"
        y="16"
        width="72"
        height="62"
        rx="4"
        fill={paper}
        stroke={ink}
        strokeWidth="2"
        key="sheet"
      />
      <path
        d="M32 20a4 4 0 0 1 4-4h64a4 4 0 0 1 4 4v10H32Z"
        fill={tint}
        stroke={ink}
        strokeWidth="2"
        key="head"
      />
      <path d="M32 46h72M32 62h72M56 30v48M80 30v48" stroke={faint} strokeWidth="2" key="lines" />
      <circle cx="94" cy="64" r="15" fill={paper} stroke={ink} strokeWidth="2.5" key="lens" />
      <path d="m105 75 9 9" stroke={ink} strokeWidth="3.5" key="grip" />
      <path d="m88 64 4.5 4.5L101 59.5" stroke={ink} strokeWidth="2.5" key="tick" />
    </Picture>
  );
}

/** A torn-off slip with a tick: the receipt. */
export function CommitPicture() {
  return (
    <Picture>
      <path
        d="M46 14h52v62l-6.5-5-6.5 5-6.5-5-6.5 5-6.5-5-6.5 5-6.5-5-6.5 5Z"
        fill={paper}
        stroke={ink}
        strokeWidth="2"
        key="slip"
      />
      <path d="M56 54h32M56 26h14" stroke={faint} strokeWidth="2.5" key="lines" />
      <path d="m60 40 8 8 17-18" stroke={ink} strokeWidth="3" key="tick" />
    </Picture>
  );
}
