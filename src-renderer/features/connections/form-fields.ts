import type { SecretField } from '../../../src-preload/contract/connections.ts';
import type { ConnectionForm } from './connection-form.ts';
import type { Problems } from './form-draft.ts';

type TextField =
  | 'name'
  | 'baseUrl'
  | 'clientId'
  | 'userId'
  | 'oauthClientId'
  | 'tokenUrl'
  | 'scope'
  | 'initiate'
  | 'status'
  | 'data'
  | 'commit'
  | 'apiUserId'
  | 'userName';
type NumberField = 'clockBehindSeconds' | 'pageSize';
export type ChoiceField =
  | 'authorization'
  | 'algorithm'
  | 'timestamp'
  | 'credentialsIn'
  | 'preset'
  | 'createBy'
  | 'downloadAs';

/** One line of the form. */
export type FormField =
  | { readonly kind: 'text'; readonly name: TextField }
  | { readonly kind: 'number'; readonly name: NumberField }
  | { readonly kind: 'choice'; readonly name: ChoiceField }
  | { readonly kind: 'secret'; readonly name: SecretField };

const text = (name: TextField): FormField => ({ kind: 'text', name });
const number = (name: NumberField): FormField => ({ kind: 'number', name });
const choice = (name: ChoiceField): FormField => ({ kind: 'choice', name });
const secret = (name: SecretField): FormField => ({ kind: 'secret', name });

/** The boxes that this vendor needs, and those that are better left alone, in the order of the screen. */
export function fieldsOf(form: ConnectionForm): {
  readonly main: readonly FormField[];
  readonly advanced: readonly FormField[];
} {
  switch (form.provider) {
    case 'mytracker':
      return {
        main: [text('name'), text('apiUserId'), secret('secretKey')],
        advanced: [text('baseUrl'), choice('createBy')],
      };
    case 'crayon':
      return {
        main: [text('name'), text('clientId'), secret('clientSecret'), text('userName'), secret('password')],
        advanced: [text('baseUrl'), choice('downloadAs')],
      };
    case 'mypreferences':
      return myPreferencesFields(form);
  }
}

function myPreferencesFields({ values }: ConnectionForm): ReturnType<typeof fieldsOf> {
  const signed = values.authorization === 'pnauthinfo3';
  return {
    main: [
      text('name'),
      text('clientId'),
      text('userId'),
      choice('authorization'),
      ...(signed
        ? [secret('sharedKey')]
        : [text('oauthClientId'), secret('oauthClientSecret'), text('tokenUrl')]),
    ],
    advanced: [
      text('baseUrl'),
      choice('preset'),
      ...(values.preset === 'custom' ? [text('initiate'), text('status'), text('data'), text('commit')] : []),
      number('pageSize'),
      ...(signed
        ? [choice('algorithm'), choice('timestamp'), number('clockBehindSeconds')]
        : [text('scope'), choice('credentialsIn')]),
    ],
  };
}

/** What of a connection is changed: all of it, or one thing from its menu. */
export type FormPart = 'all' | 'name' | 'secrets';

/** The boxes that are shown for that part. */
export function shownFields(form: ConnectionForm, part: FormPart): ReturnType<typeof fieldsOf> {
  const { main, advanced } = fieldsOf(form);
  switch (part) {
    case 'all':
      return { main, advanced };
    case 'name':
      return { main: main.filter(({ name }) => name === 'name'), advanced: [] };
    case 'secrets':
      return { main: main.filter(({ kind }) => kind === 'secret'), advanced: [] };
  }
}

/** Whether one of the folded boxes has something to say: the fold then opens. */
export function namesAdvanced(form: ConnectionForm, problems: Problems): boolean {
  return fieldsOf(form).advanced.some(({ name }) => problems[name] !== undefined);
}
