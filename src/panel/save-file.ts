/** Saves a file as a download of the browser. An extension page needs no permission for that. */
export function saveFile(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // Firefox reads the file a little after this task has ended.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
