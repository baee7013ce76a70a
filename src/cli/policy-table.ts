import { policy } from '../model/policy/policy.ts';
import { fieldTable, shapeOf } from './field-table.ts';

/** Every field of the policy as a Markdown table, for the guide for admins. */
export function policyTable(): string {
  const { shape, defs } = shapeOf(policy);
  return fieldTable(shape, defs);
}
