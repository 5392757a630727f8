import { ValueMap } from './merge';
import { Problem } from './problem';
import { Values } from './reader';
export function checkValues(_v: Values, _d: ValueMap): Problem[] {
  return [];
}
export function warnings(_v: Values, _d: ValueMap): Problem[] {
  return [];
}
