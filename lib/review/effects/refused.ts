import { isUpdate, Change, nameOf } from '../change';
import { IMMUTABLE } from './immutable';

/** A change that the API server does not take. */
export interface Refusal {
  readonly object: string;
  readonly field: string;
  /** Why, and how to get there, on one line. */
  readonly why: string;
}

/** Fields of one object that the API server will not change. */
export function refusalsOf(change: Change): readonly Refusal[] {
  if (!isUpdate(change)) return [];
  const object = nameOf(change.after);
  const check = IMMUTABLE[change.after.kind];
  return check ? check(change).map(({ field, why }) => ({ object, field, why })) : [];
}
