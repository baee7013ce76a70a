import { expect, test } from 'vitest';
import { findInText } from '../../../../src/desk/features/packs/find-in-text.ts';

const text = '{"guides": [{"id": "one", "steps": [{"id":"save"}]}, {"id": "two", "steps": [{"id" : "save"}]}]}';
const found = (at: string) => {
  const place = findInText(text, at);
  return place && [text.slice(place.start, place.end), place.start];
};

test('a step is found in its own guide, however its id is spaced', () => {
  expect(found('one/save')).toEqual(['"id":"save"', text.indexOf('"id":"save"')]);
  expect(found('two/save')).toEqual(['"id" : "save"', text.indexOf('"id" : "save"')]);
});

test('without a step, or with one that is gone, the guide is found; nothing of a guide that is gone', () => {
  expect(found('two/')).toEqual(['"id": "two"', text.indexOf('"id": "two"')]);
  expect(found('two/gone')).toEqual(['"id": "two"', text.indexOf('"id": "two"')]);
  expect(found('three/save')).toBe(null);
});
