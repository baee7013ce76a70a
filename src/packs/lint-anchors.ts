import type { Fault } from '../model/fault/fault.ts';
import type { Pack } from '../model/pack/pack.ts';
import { anchorsOf, type PlacedAnchor } from './anchors-of.ts';
import { isLocatableRole, meantRole } from './meant-role.ts';

/** Roles of which a page has one, or one at a time, so that the role alone can be enough. */
const SOLE_ROLES =
  /^(main|banner|contentinfo|search|form|navigation|complementary|dialog|alertdialog|alert|status|progressbar|table|grid|tree|treegrid|menu|tablist)$/;

/** Finds anchors by which no control is found: a role that is none, and a control without a name. */
export function lintAnchors(pack: Pack): Fault[] {
  return [...anchorsOf(pack).flatMap(lintAnchor), ...rolesElsewhere(pack)];
}

function lintAnchor({ path, anchor }: PlacedAnchor): Fault[] {
  const misnamed = lintRole(anchor.role, `${path}.role`);
  const isUnnamed = anchor.name === undefined && anchor.traits === undefined;
  if (misnamed.length > 0 || !isUnnamed || SOLE_ROLES.test(anchor.role)) return misnamed;
  return [
    {
      path,
      reason: `has a role and no name, so that it is found only on pages with a single control of the role "${anchor.role}"`,
      remedy: 'Add "name": the accessible name of the control, as the accessibility inspector of the browser shows it.',
      warning: true,
    },
  ];
}

/** Controls that are named outside anchors: those of replies and of friction to ignore. */
function rolesElsewhere({ guides, ignore = [] }: Pack): Fault[] {
  return [
    ...guides.flatMap((guide, at) =>
      guide.kind === 'reply' && guide.to.control ? lintRole(guide.to.control.role, `guides[${at}].to.control.role`) : [],
    ),
    ...ignore.flatMap(({ role }, at) => (role === undefined ? [] : lintRole(role, `ignore[${at}].role`))),
  ];
}

function lintRole(role: string, path: string): Fault[] {
  if (isLocatableRole(role)) return [];
  const meant = meantRole(role);
  return [
    {
      path,
      reason: `is "${role.slice(0, 60)}", which is no ARIA role: no control has it, unless the app itself writes role="${role.slice(0, 60)}"`,
      remedy: meant
        ? `Did you mean "${meant}"?`
        : 'Write the ARIA role of the control, as in "button", "link", "textbox" or "combobox".',
      warning: true,
    },
  ];
}
