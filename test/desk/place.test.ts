import { expect, test } from 'vitest';
import { addressOf, type Place, placeIn } from '../../src/desk/place.ts';

test.each<[string, Place]>([
  ['', {}],
  ['?view=answers', { view: 'answers' }],
  ['?choice=idea&app=orders', { choice: 'idea', app: 'orders' }],
  ['?app=orders&item=1b4e28ba-2fa1-4d2b-883f-0016d3cca427', { app: 'orders', item: '1b4e28ba-2fa1-4d2b-883f-0016d3cca427' }],
])('%j is a place, and its address leads back to it', (search, place) => {
  expect(placeIn(search)).toEqual(place);
  expect(placeIn(addressOf(place).replace(/^[^?]*/, ''))).toEqual(place);
});

test.each(['?choice=angry', '?choice=', '?choice=constructor', '?choice=__proto__', '?app=', '?person=7', '?view=people'])(
  '%s names no place: what the desk does not know is left out',
  (search) => {
    expect(placeIn(search)).toEqual({});
  },
);

test('what an app is called cannot leave its part of the address', () => {
  expect(addressOf({ app: 'a&choice=idea#x' })).toBe('?app=a%26choice%3Didea%23x');
});

test('the place without filters has an address of its own, for a link to it must lead somewhere', () => {
  expect(addressOf({})).toBe('/desk/');
});
