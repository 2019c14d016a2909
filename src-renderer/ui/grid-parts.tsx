import type { ReactNode } from 'react';

// A real table can't be windowed by absolute places, so the role is given by hand.
// https://www.w3.org/WAI/ARIA/apg/patterns/grid/
const cellRole = { role: 'gridcell' } as const;

/** A cell of a windowed list's line. */
export function Cell({ className, children }: { readonly className?: string; readonly children: ReactNode }) {
  return (
    <div {...cellRole} className={className}>
      {children}
    </div>
  );
}

const headRole = { role: 'columnheader' } as const;

/** The head of a column of a windowed list. */
export function HeadCell({
  className,
  children,
}: {
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <div {...headRole} className={className}>
      {children}
    </div>
  );
}
