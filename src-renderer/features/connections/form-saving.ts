import type {
  ConnectionTest,
  ConnectionView,
  SecretField,
} from '../../../src-preload/contract/connections.ts';
import type { DocketError } from '../../../src-preload/contract/errors.ts';
import { afterSave, type ConnectionForm, type FieldName } from './connection-form.ts';
import type { Problems } from './form-draft.ts';

/** Where the dialog is between typing and a working connection. */
export type SavingPhase =
  | { readonly kind: 'typing' }
  | { readonly kind: 'saving' }
  /** Main did not save it. */
  | { readonly kind: 'refused'; readonly error: DocketError }
  | { readonly kind: 'testing' }
  /** It is saved, but the vendor did not let it in. */
  | { readonly kind: 'fails'; readonly error: DocketError }
  | { readonly kind: 'works' };

export interface Saving {
  readonly form: ConnectionForm;
  readonly problems: Problems;
  readonly phase: SavingPhase;
  /** Counts the refusals: with each one, also of a test that points at a box, the focus goes to the first box that does not fit. */
  readonly refusals: number;
}

export type SavingNews =
  | { readonly kind: 'type'; readonly form: ConnectionForm; readonly name: FieldName | SecretField }
  | {
      readonly kind: 'paste';
      readonly form: ConnectionForm;
      readonly names: readonly (FieldName | SecretField)[];
    }
  | { readonly kind: 'problems'; readonly problems: Problems }
  | { readonly kind: 'save' }
  | { readonly kind: 'refused'; readonly error: DocketError }
  | { readonly kind: 'saved'; readonly connection: ConnectionView }
  /** `faults`: the boxes that a failed test points at. */
  | { readonly kind: 'tested'; readonly outcome: ConnectionTest['outcome']; readonly faults?: Problems };

export function startSaving(form: ConnectionForm): Saving {
  return { form, problems: {}, phase: { kind: 'typing' }, refusals: 0 };
}

export function nextSaving(state: Saving, news: SavingNews): Saving {
  switch (news.kind) {
    case 'type':
      return { ...state, form: news.form, problems: without(state.problems, news.name) };
    case 'paste':
      return { ...state, form: news.form, problems: news.names.reduce(without, state.problems) };
    case 'problems':
      return {
        ...state,
        problems: news.problems,
        phase: { kind: 'typing' },
        refusals: state.refusals + 1,
      };
    case 'save':
      return { ...state, problems: {}, phase: { kind: 'saving' } };
    case 'refused':
      return { ...state, phase: { kind: 'refused', error: news.error } };
    case 'saved':
      return { ...state, form: afterSave(state.form, news.connection), phase: { kind: 'testing' } };
    case 'tested': {
      if (news.outcome.kind === 'works') return { ...state, phase: { kind: 'works' } };
      const problems = news.faults ?? {};
      return {
        ...state,
        problems,
        phase: { kind: 'fails', error: news.outcome.error },
        refusals: state.refusals + (Object.keys(problems).length > 0 ? 1 : 0),
      };
    }
  }
}

function without(problems: Problems, name: FieldName | SecretField): Problems {
  if (problems[name] === undefined) return problems;
  const { [name]: _, ...rest } = problems;
  return rest;
}
