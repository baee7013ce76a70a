import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setVersion } from '../../../src/hub/packs/drafts/set-version.ts';
import { findDuplicateKey, jsonMembers, jsonMemberText } from '../../../src/model/text/json-members.ts';

/** Objects as text, with spaces that differ. */
const objectText = fc
  .tuple(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), fc.constantFrom(undefined, 1, '\t'))
  .map(([value, space]) => JSON.stringify(value, null, space));

test('the members of any object are found with the text of their values', () => {
  fc.assert(
    fc.property(objectText, (json) => {
      const value = JSON.parse(json) as Record<string, unknown>;
      const found = jsonMembers(json).map(({ key, start, end }) => [key, JSON.parse(json.slice(start, end))]);
      expect(Object.fromEntries(found)).toEqual(value);
      expect(found).toHaveLength(Object.keys(value).length);
    }),
  );
});

test('a version is set in any object, and every other member stays byte for byte', () => {
  fc.assert(
    fc.property(objectText, (json) => {
      const changed = setVersion(json, 42);
      expect(JSON.parse(changed).version).toBe(42);
      const others = (text: string) =>
        jsonMembers(text)
          .filter(({ key }) => key !== 'version')
          .map(({ key, start, end }) => [key, text.slice(start, end)]);
      expect(others(changed)).toEqual(others(json));
      expect(setVersion(changed, 42)).toBe(changed);
    }),
  );
});

test.each<[string, string]>([
  ['{"version":1}', '{"version":9}'],
  ['{ "a" : {"version":1}, "version" : "soon" , "b":[] }', '{ "a" : {"version":1}, "version" : 9 , "b":[] }'],
  ['{"version":{"version":[1,{}]},"b":1}', '{"version":9,"b":1}'],
  ['{"a":"\\"version\\":1","version":null}', '{"a":"\\"version\\":1","version":9}'],
  ['{"v\\u0065rsion":1}', '{"v\\u0065rsion":9}'],
  ['{"a":1}', '{"version": 9, "a":1}'],
  ['{ }', '{"version": 9 }'],
])('the version of %s is set', (json, expected) => {
  expect(setVersion(json, 9)).toBe(expected);
});

test('of two members with the same key, the last counts', () => {
  expect(jsonMemberText('{"a":1,"a":[2]}', 'a')).toBe('[2]');
  expect(jsonMemberText('{"a":1}', 'b')).toBeUndefined();
});

test.each<[string, string | undefined]>([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":[{"b":1,"c":"b","b":2}]}', 'b'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['{"a":{"b":1},"c":{"b":2},"b":["a","a"]}', undefined],
  ['[{"a":"{\\"a\\":1,\\"a\\":2}"},{"a":1}]', undefined],
])('in %s, the key that stands twice is %j', (json, key) => {
  expect(findDuplicateKey(json)).toBe(key);
});

test('no object that JSON itself writes has a key twice', () => {
  fc.assert(fc.property(fc.json(), (json) => void expect(findDuplicateKey(json)).toBeUndefined()));
});
