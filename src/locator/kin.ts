/** Roles that one version of an app may use where another uses the other. */
const families = [
  /^(button|link|tab|option|treeitem|menuitem.*)$/,
  /^(checkbox|radio|switch)$/,
  /^(textbox|searchbox|spinbutton|combobox|listbox|slider)$/,
  /^(heading|columnheader|rowheader|label|legend|generic|listitem|paragraph)$/,
];

/** The family a role belongs to; the role itself where it has none. */
export const kinOf = (role: string): RegExp | string => families.find((family) => family.test(role)) ?? role;
