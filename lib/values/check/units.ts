import { at, Report } from './lookup';
import { ValueMap } from '../../chart/value';

/** Memory in Kubernetes' units, which JupyterHub does not know. */
const KUBERNETES_UNIT = /^([\d.]+[KMGT])i$/;

/** Quantities that are written in another way than the values have them. */
export function reportUnits(values: ValueMap, report: Report): void {
  for (const key of ['singleuser.memory.limit', 'singleuser.memory.guarantee']) {
    const [amount, own] = KUBERNETES_UNIT.exec(String(at(values, key))) ?? [];
    if (own === undefined) continue;
    report(
      key.split('.'),
      `JupyterHub does not read ${amount}, so ${own} is written for it, the same number of bytes; write ${own}`,
    );
  }
}
