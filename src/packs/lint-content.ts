import type { Fault } from '../model/fault/fault.ts';
import type { Guide } from '../model/pack/guide.ts';
import { safeAddress } from './localize-content.ts';

/** People rarely finish longer checklists. */
const MAX_CHECKLIST_ITEMS = 10;

/** Finds notices, checklists, questions and replies that fit the schema and would still never be shown, or not be understood. */
export function lintContent(guide: Guide, path: string): Fault[] {
  switch (guide.kind) {
    case 'notice':
      return lintLink(guide.link?.to, `${path}.link.to`);
    case 'reply':
      return [...lintLink(guide.link?.to, `${path}.link.to`), ...lintReplyScope(guide, path)];
    case 'checklist':
      return [
        ...guide.items.flatMap(({ link }, nth) => lintLink(link, `${path}.items[${nth}].link`)),
        ...lintLength(guide.items.length, path),
        ...guide.items.flatMap(({ task, opens, link }, nth) =>
          lintTaskWithoutLink({ task, opens, link }, `${path}.items[${nth}]`),
        ),
      ];
    default:
      return [];
  }
}

function lintLink(to: string | undefined, path: string): Fault[] {
  if (to === undefined || safeAddress(to) !== undefined) return [];
  const reason = `is an address that is never shown: "${to.slice(0, 60)}"`;
  return [{ path, reason, remedy: 'Give a whole address with https:// and no name or password in it, or one inside the app.' }];
}

function lintReplyScope({ to }: Extract<Guide, { kind: 'reply' }>, path: string): Fault[] {
  if (to.route || !(to.control || to.choices)) return [];
  const reason = 'narrows a route, and none is given: only the ids count';
  return [
    {
      path: `${path}.to.${to.control ? 'control' : 'choices'}`,
      reason,
      remedy: 'Give "route" too, or leave this out.',
      warning: true,
    },
  ];
}

function lintLength(count: number, path: string): Fault[] {
  if (count <= MAX_CHECKLIST_ITEMS) return [];
  const reason = `has ${count} items; people seldom finish more than ${MAX_CHECKLIST_ITEMS}`;
  return [{ path: `${path}.items`, reason, remedy: 'Make two checklists of it.', warning: true }];
}

function lintTaskWithoutLink(
  item: { task?: string | undefined; opens?: string | undefined; link?: string | undefined },
  path: string,
): Fault[] {
  if (!item.task || item.opens || item.link) return [];
  const reason = 'has a task and no way to it: the person is not told where to begin';
  return [{ path, reason, remedy: 'Add "opens" with a walkthrough, or "link" with the address where it begins.', warning: true }];
}
