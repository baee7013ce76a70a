import type { Fault } from '../model/fault/fault.ts';
import type { Step } from '../model/pack/step.ts';
import type { ControlAct } from '../model/pack/step-advance.ts';

/** What the person does, in a sentence. */
const ACTS: Record<ControlAct, string> = {
  click: 'a click on a control',
  'double-click': 'a double click on a control',
  input: 'a change of a control',
  choose: 'a choice in a control',
  drag: 'a control that is dragged',
  file: 'a file that is chosen with a control',
  hover: 'the pointer on a control',
};

interface UnfitRoles {
  roles: RegExp;
  remedy: string;
}
const TOGGLES = 'checkbox|radio|switch|menuitemcheckbox|menuitemradio';

/** Roles of controls of which nobody does this, and what was probably meant. */
const UNFIT: Partial<Record<ControlAct, UnfitRoles[]>> = {
  'double-click': [
    { roles: new RegExp(`^(${TOGGLES})$`), remedy: 'Let it advance on "input": the second click takes the first back.' },
  ],
  choose: [
    {
      roles: /^(option|menuitem|menuitemradio|menuitemcheckbox|treeitem|gridcell|row|cell)$/,
      remedy:
        'Name the control that shows the choice, such as the combobox or the button that opens the list; or let it advance on "click".',
    },
    { roles: /^(checkbox|switch|slider)$/, remedy: 'Let it advance on "input".' },
  ],
  drag: [
    {
      roles: new RegExp(`^(textbox|searchbox|spinbutton|combobox|${TOGGLES})$`),
      remedy: 'Name the control or the part of the page that is dragged.',
    },
  ],
  file: [
    {
      roles: new RegExp(`^(${TOGGLES}|searchbox|spinbutton|combobox|listbox|option|slider|tab|heading)$`),
      remedy: 'Name the button that opens the choice of files, or the area where they are dropped.',
    },
  ],
};

/** Acts that Cairn performs for nobody. */
const NEVER_PERFORMED: readonly string[] = ['double-click', 'drag', 'file', 'hover'];

/** Finds a step that waits for something that cannot be done with its control, or for nothing. */
export function lintAdvance({ anchor, advance, do: act }: Step, path: string): Fault[] {
  const { on } = advance;
  const at = `${path}.advance`;
  if (!Object.hasOwn(ACTS, on)) return [];
  if (!anchor)
    return [
      {
        path: at,
        reason: `waits for ${ACTS[on as ControlAct]}, and the step has none`,
        remedy: 'Give the step an anchor, or let it advance on "next".',
      },
    ];
  const unfit = UNFIT[on as ControlAct]?.find(({ roles }) => roles.test(anchor.role));
  return [
    ...(unfit
      ? [
          {
            path: at,
            reason: `waits for ${ACTS[on as ControlAct]} of the role "${anchor.role}"`,
            remedy: unfit.remedy,
            warning: true as const,
          },
        ]
      : []),
    ...(act && NEVER_PERFORMED.includes(on)
      ? [
          {
            path: `${path}.do`,
            reason: `does not complete the step, which waits for ${ACTS[on as ControlAct]}`,
            remedy: 'Leave it out: the person does this step.',
            warning: true as const,
          },
        ]
      : []),
    ...(on === 'drag' && JSON.stringify(advance.to) === JSON.stringify(anchor)
      ? [{ path: `${at}.to`, reason: 'is the control that is dragged', remedy: 'Name where it is dropped, or leave it out.' }]
      : []),
  ];
}
