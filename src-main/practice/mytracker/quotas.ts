/**
 * Fixed windows; over quota means blocked until the end of the window. Checked in the order IP, user, errors.
 * https://docs.tracker.my.com/api/export-api/quotas
 */
export interface QuotaLimits {
  readonly ipPerSecond: number;
  readonly ipPerMinute: number;
  readonly userPerSecond: number;
  readonly userPerMinute: number;
  readonly userPerHour: number;
  readonly errorsPerMinute: number;
  readonly unauthorizedPerSecond: number;
}

export const vendorLimits: QuotaLimits = {
  ipPerSecond: 100,
  ipPerMinute: 1000,
  userPerSecond: 10,
  userPerMinute: 100,
  userPerHour: 1000,
  errorsPerMinute: 60,
  unauthorizedPerSecond: 10,
};

export interface QuotaState {
  readonly name: string;
  readonly count: number;
  readonly limit: number;
  /** Epoch seconds at which the window ends. */
  readonly resetTime: number;
  readonly resetInSecond: number;
  readonly exceeded: boolean;
}

// Only the names of the user's quotas are documented.
const groups = {
  ip: [
    { name: 'RequestsByIpPerSecond', seconds: 1, limit: 'ipPerSecond' },
    { name: 'RequestsByIpPerMinute', seconds: 60, limit: 'ipPerMinute' },
  ],
  user: [
    { name: 'RequestsByUserPerSecond', seconds: 1, limit: 'userPerSecond' },
    { name: 'RequestsByUserPerMinute', seconds: 60, limit: 'userPerMinute' },
    { name: 'RequestsByUserPerHour', seconds: 3600, limit: 'userPerHour' },
  ],
  errors: [{ name: 'ErrorsByUserPerMinute', seconds: 60, limit: 'errorsPerMinute' }],
  unauthorized: [{ name: 'UnauthorizedRequestsPerSecond', seconds: 1, limit: 'unauthorizedPerSecond' }],
} as const satisfies Record<string, readonly { name: string; seconds: number; limit: keyof QuotaLimits }[]>;

export type QuotaGroup = keyof typeof groups;

export interface Quotas {
  count(group: QuotaGroup): void;
  states(group: QuotaGroup): readonly QuotaState[];
  reset(): void;
}

export function createQuotas(clock: () => number, limits: () => QuotaLimits): Quotas {
  const windows = new Map<string, { readonly window: number; readonly count: number }>();
  return {
    count(group) {
      for (const quota of groups[group]) {
        const window = Math.floor(clock() / 1000 / quota.seconds);
        const before = windows.get(quota.name);
        windows.set(quota.name, { window, count: before?.window === window ? before.count + 1 : 1 });
      }
    },
    states(group) {
      return groups[group].map((quota) => {
        const now = clock() / 1000;
        const window = Math.floor(now / quota.seconds);
        const before = windows.get(quota.name);
        const count = before?.window === window ? before.count : 0;
        const limit = limits()[quota.limit];
        const resetTime = (window + 1) * quota.seconds;
        return {
          name: quota.name,
          count,
          limit,
          resetTime,
          resetInSecond: Math.ceil(resetTime - now),
          exceeded: count > limit,
        };
      });
    },
    reset() {
      windows.clear();
    },
  };
}
