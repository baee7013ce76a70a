import type { Role } from '../../../model/hub-api/role.ts';

/** A group at the provider and the role that it has at this hub. */
export interface GroupRole {
  group: string;
  role: Role;
}

export type Claims = Readonly<Record<string, unknown>>;

/** The groups in a claim: a list of texts, or one text. Undefined if the claim is missing or something else. */
export function groupsIn(claims: Claims, path: readonly string[]): string[] | undefined {
  const found = path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? (value as Record<string, unknown>)[key]
        : undefined,
    claims,
  );
  if (typeof found === 'string') return [found];
  return Array.isArray(found) && found.every((group) => typeof group === 'string') ? found : undefined;
}

/** The role of the first rule whose group the person is in. */
export const roleOfGroups = (groups: readonly string[], rules: readonly GroupRole[]): Role | undefined =>
  rules.find(({ group }) => groups.includes(group))?.role;
