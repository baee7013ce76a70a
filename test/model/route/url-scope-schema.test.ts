import { expect, test } from 'vitest';
import { urlScope } from '../../../src/model/route/url-scope-schema.ts';

test('a place that is too long is refused for its length, and is not parsed', () => {
  const { error } = urlScope.safeParse(`/orders${'*('.repeat(10_000)}`);
  expect(error?.issues.map(({ code }) => code)).toEqual(['too_big']);
});

test('a place that cannot be read is refused with the place as it has to be written', () => {
  const { error } = urlScope.safeParse('/orders/a+b*(');
  expect(error?.issues).toMatchObject([{ code: 'custom', params: { remedy: expect.stringContaining('Write "') } }]);
});
