import { type SecretField, secretFieldSchema } from '../../../src-preload/contract/connections.ts';
import type { DocketError, ErrorCode } from '../../../src-preload/contract/errors.ts';
import { type ConnectionForm, type FieldName, isVendorsAddress } from './connection-form.ts';
import { type Problem, type Problems, problemsOf } from './form-draft.ts';
import { type FormPart, shownFields } from './form-fields.ts';

/** Nothing answers at the address, or something that isn't the vendor. */
const addressCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'unreachable',
  'certificate-untrusted',
  'not-the-vendor',
  'redirect-refused',
  'not-found',
]);

type Fault = readonly [name: FieldName | SecretField, problem: Problem];

/** The one box that a failed test points at; nothing where it may as well be another, or none of them. */
function faultOf({ code, suspects = [] }: DocketError, form: ConnectionForm): Fault | null {
  if (suspects.includes('permission') || suspects.includes('clock')) return null;
  if (suspects.includes('tokenUrl')) return ['tokenUrl', 'not-reached'];
  if (code === 'sign-in-refused') {
    // A name can be compared on the screen, a secret can't: of such a pair it is the one to enter again.
    const [secret, ...more] = suspects.flatMap((at) => secretFieldSchema.safeParse(at).data ?? []);
    return secret === undefined || more.length > 0 ? null : [secret, 'not-accepted'];
  }
  if (code === 'not-found' && suspects.includes('clientId')) return ['clientId', 'not-known'];
  // The vendor's own address stands there by itself: if that one isn't reached, the form can't mend it.
  return addressCodes.has(code) && !isVendorsAddress(form) ? ['baseUrl', 'not-reached'] : null;
}

/** What of the form a failed test of the saved connection marks. Of a part, only what is on the screen. */
export function faultsOf(error: DocketError, form: ConnectionForm, part: FormPart): Problems {
  const named = problemsOf(error, form);
  if (named !== null) return named;
  const fault = faultOf(error, form);
  if (fault === null) return {};
  const { main, advanced } = shownFields(form, part);
  const [name, problem] = fault;
  return [...main, ...advanced].some((field) => field.name === name) ? { [name]: problem } : {};
}
