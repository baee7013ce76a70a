import { expect, test } from 'vitest';
import { othersAboutControl } from '../../../../src/desk/features/backlog/same-control.ts';
import { feedback } from '../../feedback.ts';

const save = feedback();
const others = {
  same: feedback({ choice: 'idea' }),
  otherApp: feedback({ app: 'stock' }),
  otherRole: feedback({ control: { role: 'link', name: 'Save' } }),
  otherName: feedback({ control: { role: 'button', name: 'Save all' } }),
  noControl: feedback({ control: undefined }),
};

test('items are about the same control if role, name and app are equal', () => {
  expect(othersAboutControl(save, [save, ...Object.values(others)])).toEqual([others.same]);
});

test('controls with withheld names are never the same control', () => {
  const masked = () => feedback({ control: { role: 'combobox', masked: true } });
  expect(othersAboutControl(masked(), [masked(), masked()])).toEqual([]);
  expect(othersAboutControl(others.noControl, [feedback({ control: undefined })])).toEqual([]);
});

test('an item whose name is not known yet is about the same control as those that say it, once the fingerprint is published', () => {
  const fingerprint = 'AAAAAAAAAAAAAAAAAAAAAA';
  const named = feedback({ control: { role: 'button', name: 'Repost', fingerprint } });
  const unpublished = feedback({ control: { role: 'button', masked: true, nameUnknown: true } });
  const published = feedback({ control: { role: 'button', masked: true, nameUnknown: true, fingerprint } });
  expect(othersAboutControl(named, [named, unpublished, published])).toEqual([published]);
  expect(othersAboutControl(published, [named, unpublished, published])).toEqual([named]);
  expect(othersAboutControl(unpublished, [named, unpublished, published])).toEqual([]);
});
