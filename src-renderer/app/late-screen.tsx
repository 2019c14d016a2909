import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

/** A screen whose code comes when it is first opened, or ahead. */
export interface Late<P extends object> {
  /** Null until its code is there. */
  readonly screen: () => ComponentType<P> | null;
  /** Brings the code. Rejects when it can't be had; then it can be tried again. */
  readonly load: () => Promise<void>;
}

export function late<P extends object>(bring: () => Promise<ComponentType<P>>): Late<P> {
  let there: ComponentType<P> | null = null;
  return {
    screen: () => there,
    load: async () => {
      there ??= await bring();
    },
  };
}

/**
 * Draws a late screen: at once when its code is there, which `React.lazy` doesn't. That suspends all the same, and what
 * was suspended comes 300 ms after its stand-in at the earliest. Throws what kept the code from coming.
 */
export function LateScreen<P extends object>({
  of,
  given,
}: {
  readonly of: Late<P>;
  readonly given: P;
}): ReactNode {
  const [failed, setFailed] = useState<{ readonly trouble: unknown } | null>(null);
  const [, draw] = useState(false);
  useEffect(() => {
    if (of.screen() !== null) return;
    let wanted = true;
    of.load().then(
      () => wanted && draw(true),
      (trouble: unknown) => wanted && setFailed({ trouble }),
    );
    return () => {
      wanted = false;
    };
  }, [of]);
  if (failed !== null) throw failed.trouble;
  const Come = of.screen();
  return Come === null ? null : <Come {...given} />;
}
