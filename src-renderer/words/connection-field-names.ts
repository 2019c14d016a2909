import type { SecretField } from '../../src-preload/contract/connections.ts';

/** The boxes of the connection form that need words, by what they hold. */
export type TextFieldName =
  | 'name'
  | 'userId'
  | 'authorization'
  | 'oauthClientId'
  | 'tokenUrl'
  | 'scope'
  | 'credentialsIn'
  | 'algorithm'
  | 'timestamp'
  | 'clockBehindSeconds'
  | 'preset'
  | 'initiate'
  | 'status'
  | 'data'
  | 'commit'
  | 'pageSize'
  | 'apiUserId'
  | 'createBy'
  | 'userName'
  | 'downloadAs';

export type FieldWordsName = TextFieldName | 'clientId' | 'baseUrl' | SecretField;

/** What stands at one box. */
export interface FieldWords {
  readonly label: string;
  /** One line on where to find it or what it does. */
  readonly hint: string;
  readonly example?: string;
}
