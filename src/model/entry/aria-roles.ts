/** The roles of WAI-ARIA 1.3, and those that elements have without a name in it. */
export const ARIA_ROLES: ReadonlySet<string> = new Set(
  `alert alertdialog application article banner blockquote button caption cell checkbox code columnheader combobox comment complementary
contentinfo definition deletion dialog directory document emphasis feed figure form generic grid gridcell group heading image img input
insertion label legend link list listbox listitem log main mark marquee math menu menubar menuitem menuitemcheckbox menuitemradio meter
navigation none note option paragraph presentation progressbar radio radiogroup region row rowgroup rowheader scrollbar search searchbox
section sectionfooter sectionheader select separator slider spinbutton status strong subscript suggestion summary superscript switch tab
table tablist tabpanel term text textbox time timer toolbar tooltip tree treegrid treeitem`.split(/\s+/),
);
