/** A text with the theme that people gave it. */
export interface LabelledText {
  label: string;
  text: string;
}

/** Reads a label, a tab and a text from each line. Empty lines are left out; a line without a tab is an error that names its place. */
export function parseLabelledTexts(content: string, file: string): LabelledText[] {
  return content
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      const tab = line.indexOf('\t');
      if (tab < 0) throw new Error(`${file}, line ${index + 1}: there is no tab between a label and a text.`);
      return [{ label: line.slice(0, tab).trim(), text: line.slice(tab + 1).trim() }];
    });
}
