import type { PressFacts } from './is-risky.ts';

/** What a click on a control would do, as far as its markup says. Role and name come from the locator. */
export function pressFacts(control: Element, role: string, name: string): PressFacts {
  return {
    role,
    name,
    submits: submits(control.closest('button, input') ?? control),
    opens: control.matches('summary, [aria-haspopup]:not([aria-haspopup=false]), [aria-expanded], [popovertarget], [commandfor]'),
  };
}

/** A button without a type submits its form. */
function submits(control: Element): boolean {
  const { type, form } = control as Partial<Pick<HTMLInputElement, 'type' | 'form'>>;
  return (type === 'submit' || type === 'image') && form !== null && form !== undefined;
}
