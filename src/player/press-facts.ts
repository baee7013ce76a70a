import type { PressFacts } from './is-risky.ts';

/** What pressing a control would do, as far as its kind tells. Role and name are the locator's. */
export function pressFacts(control: Element, role: string, name: string): PressFacts {
  return {
    role,
    name,
    submits: submits(control.closest('button, input') ?? control),
    opens: control.matches('summary, [aria-haspopup]:not([aria-haspopup=false]), [aria-expanded], [popovertarget], [commandfor]'),
  };
}

/** A button with no type of its own sends the form it stands in. */
function submits(control: Element): boolean {
  const { type, form } = control as Partial<Pick<HTMLInputElement, 'type' | 'form'>>;
  return (type === 'submit' || type === 'image') && form !== null && form !== undefined;
}
