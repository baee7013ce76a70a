import { expect, test } from 'vitest';
import { judgePolicy } from '../../src/policy/judge-policy.ts';
import { aPolicy } from './a-policy.ts';

const hub = 'https://cairn.example.com/v1/packs';
const warningsOf = (urls: string[]) =>
  judgePolicy({ ...aPolicy, packs: urls.map((url) => ({ url, app: 'orders' })) }).faults.map(({ path, warning }) => ({
    path,
    warning,
  }));
const warningAt = (path: string) => [{ path, warning: true }];

test.each<[string, string[], object[]]>([
  ['a pack', [`${hub}/first`], []],
  ['a pack of the test channel', [`${hub}/first?channel=test`], []],
  ['a pack of the live channel', [`${hub}/first?channel=live`], []],
  ['a misspelt channel', [`${hub}/first?channel=tset`], warningAt('packs[0].url')],
  ['a channel without a name', [`${hub}/first?channel=`], warningAt('packs[0].url')],
  ['the test channel of one pack, and another pack', [`${hub}/first?channel=test`, `${hub}/second`], []],
  ['both channels of one pack', [`${hub}/first`, `${hub}/first?channel=test`], warningAt('packs[1].url')],
  ['the same pack at two hubs', [`${hub}/first`, 'https://other.example.com/v1/packs/first?channel=test'], []],
  ['an address of another server that has a channel', ['https://files.example.com/first.jws?channel=beta'], []],
])('%s', (_what, urls, expected) => {
  expect(warningsOf(urls)).toEqual(expected);
});

test('a channel that hubs do not have leaves the pack in the policy', () => {
  const packs = [{ url: `${hub}/first?channel=tset`, app: 'orders' }];
  expect(judgePolicy({ ...aPolicy, packs }).policy.packs).toEqual(packs);
});
