import { expect, test } from 'vitest';
import { groupsIn, roleOfGroups } from '../../../../src/hub/auth/provider/map-role.ts';

test.each<[object, string[], string[] | undefined]>([
  [{ groups: ['a', 'b'] }, ['groups'], ['a', 'b']],
  [{ groups: 'a' }, ['groups'], ['a']],
  [{ realm_access: { roles: ['a'] } }, ['realm_access', 'roles'], ['a']],
  [{ groups: [] }, ['groups'], []],
  [{}, ['groups'], undefined],
  [{ groups: null }, ['groups'], undefined],
  [{ groups: ['a', 7] }, ['groups'], undefined],
  [{ groups: { a: true } }, ['groups'], undefined],
  [{ realm_access: null }, ['realm_access', 'roles'], undefined],
  [{}, ['constructor', 'name'], undefined],
  [{ groups: ['a'] }, ['__proto__'], undefined],
])('%j has at %j the groups %j', (claims, path, groups) => {
  expect(groupsIn(claims as Record<string, unknown>, path)).toEqual(groups);
});

test('the first rule whose group the person is in gives the role', () => {
  const rules = [
    { group: 'admins', role: 'admin' },
    { group: 'all', role: 'viewer' },
  ] as const;
  expect(roleOfGroups(['all', 'admins'], rules)).toBe('admin');
  expect(roleOfGroups(['all'], rules)).toBe('viewer');
  expect(roleOfGroups(['Admins', ''], rules)).toBeUndefined();
});
