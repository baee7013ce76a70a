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
