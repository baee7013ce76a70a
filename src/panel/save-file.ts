/** Hands a file to the person as the browser's own download; a page of ours needs no permission for that. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser has taken the file when this task is over, but Firefox reads it a little later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
