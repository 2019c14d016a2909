import type { DocketApi } from '../../src-preload/contract/docket-api.ts';
import type { Result } from '../../src-preload/contract/errors.ts';

declare global {
  interface Window {
    readonly docket: DocketApi;
  }
}

/** The doorway to main, as the preload script opened it. */
export function docket(): DocketApi {
  return window.docket;
}

/** A call that breaks on its way (main has gone, the doorway is shut) is an error like any other: it never throws. */
export async function ask<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await call;
  } catch {
    return { ok: false, error: { code: 'unexpected' } };
  }
}
