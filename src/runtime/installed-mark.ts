/**
 * Firefox ends the scripts of an extension that is updated, disabled or removed without a last word to them, and takes the style sheets
 * that the extension has inserted out of every page. So a property that such a sheet sets tells by style alone that the extension is there.
 */
export const INSTALLED_PROPERTY = '--cairn-installed';

/**
 * The sheet. It is inserted as one of the user, which applies in shadow roots too and which no rule of the page overrides. `none` is a value
 * of every property that is to change when the sheet has gone.
 */
export const INSTALLED_SHEET = `div[popover=manual]{${INSTALLED_PROPERTY}:none!important}`;
