/** The two shapes of the vendor's addresses that are served at the same time. */
export type Generation = 'v3' | 'v4';

export const bases = { v3: '/API/3/async', v4: '/Profiles/v4' } as const;

export type RouteName = 'initiate' | 'status' | 'data' | 'commit';

export interface Route {
  readonly name: RouteName;
  readonly generation: Generation;
  readonly clientId: string;
  /** The segment's name when initiating, the access token otherwise; decoded. */
  readonly subject: string;
  /** Whether a segment group is meant. */
  readonly group: boolean;
}

interface Pattern {
  readonly name: RouteName;
  readonly method: 'GET' | 'POST';
  readonly generation: Generation;
  readonly form: RegExp;
}

// ASP.NET routes ignore case. `/Profiles/Async` is the generation between, with the same tails.
const patterns: readonly Pattern[] = [
  {
    name: 'commit',
    method: 'POST',
    generation: 'v4',
    form: /^\/Profiles(?:\/v4)?\/Async\/([^/]+)\/Export\/(Segment|SegmentGroup)\/Commit\/([^/]+)$/i,
  },
  {
    name: 'initiate',
    method: 'POST',
    generation: 'v4',
    form: /^\/Profiles(?:\/v4)?\/Async\/([^/]+)\/Export\/(Segment|SegmentGroup)\/([^/]+)$/i,
  },
  {
    name: 'data',
    method: 'GET',
    generation: 'v4',
    form: /^\/Profiles(?:\/v4)?\/Async\/([^/]+)\/Export\/(Segment|SegmentGroup)\/([^/]+)$/i,
  },
  {
    name: 'status',
    method: 'GET',
    generation: 'v4',
    form: /^\/Profiles(?:\/v4)?\/Async\/([^/]+)\/Export\/()([^/]+)\/Status$/i,
  },
  {
    name: 'commit',
    method: 'POST',
    generation: 'v3',
    form: /^\/API\/3\/async\/([^/]+)\/export\/(Schedule|Segment)\/Commit\/([^/]+)$/i,
  },
  {
    name: 'initiate',
    method: 'POST',
    generation: 'v3',
    form: /^\/API\/3\/async\/([^/]+)\/export\/(Segment)\/([^/]+)$/i,
  },
  {
    name: 'data',
    method: 'GET',
    generation: 'v3',
    form: /^\/API\/3\/async\/([^/]+)\/export\/(Segment)\/([^/]+)$/i,
  },
  {
    name: 'status',
    method: 'GET',
    generation: 'v3',
    form: /^\/API\/3\/async\/([^/]+)\/status\/()Token\/([^/]+)$/i,
  },
];

export type Routing = Route | 'method-not-allowed' | 'unknown';

export function routeOf(method: string, path: string): Routing {
  let known = false;
  for (const pattern of patterns) {
    const [, clientId, kind, subject] = pattern.form.exec(path) ?? [];
    if (clientId === undefined || kind === undefined || subject === undefined) continue;
    known = true;
    if (pattern.method !== method) continue;
    const plain = { clientId: decode(clientId), subject: decode(subject) };
    return { name: pattern.name, generation: pattern.generation, group: /group/i.test(kind), ...plain };
  }
  return known ? 'method-not-allowed' : 'unknown';
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
