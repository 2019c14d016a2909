import type { ConfigOf } from '../../../src-preload/contract/connections.ts';
import { Failure } from '../../ports/failure.ts';

export { myPreferencesPresets } from '../../../src-preload/contract/mypreferences-presets.ts';

export interface PathValues {
  readonly clientId: string;
  readonly segmentName?: string;
  readonly accessToken?: string;
}

/**
 * Replaces the placeholders of a template, each as one percent-encoded path segment.
 * @throws Failure `connection-invalid` when the template asks for what the call doesn't have.
 */
export function expandPath(template: string, values: PathValues): string {
  return template.replace(/\{([A-Za-z]*)\}/g, (placeholder, name: string) => {
    const value = valueNamed(name, values);
    if (value === undefined) throw new Failure('connection-invalid', { subject: placeholder });
    return encodeSegment(value, placeholder);
  });
}

/** The whole address of a call: base URL, expanded template, query in the given order. */
export function addressOf(
  config: Pick<ConfigOf<'mypreferences'>, 'baseUrl' | 'clientId'>,
  template: string,
  values: Omit<PathValues, 'clientId'>,
  query: Readonly<Record<string, string>> = {},
): string {
  const base = config.baseUrl.replace(/\/+$/, '');
  const path = expandPath(template, { ...values, clientId: config.clientId }).replace(/^\/+/, '');
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  if (pairs.length === 0) return `${base}/${path}`;
  return `${base}/${path}${path.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

function valueNamed(name: string, values: PathValues): string | undefined {
  if (name === 'clientId') return values.clientId;
  if (name === 'segmentName') return values.segmentName;
  if (name === 'accessToken') return values.accessToken;
  return undefined;
}

function encodeSegment(value: string, placeholder: string): string {
  // URL parsers resolve `.` and `..` even when they are percent-encoded (https://url.spec.whatwg.org/#double-dot-path-segment),
  // so such a name would reach another address.
  if (value === '' || value === '.' || value === '..')
    throw new Failure('request-rejected', { subject: placeholder });
  try {
    return encodeURIComponent(value).replace(
      /[!'()*]/g,
      (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch (cause) {
    throw new Failure('request-rejected', { subject: placeholder, cause });
  }
}
