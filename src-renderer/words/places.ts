const shownFolders = 4;

/** A folder as people read it: its last names, outermost first. "Documents › Docket › ACME › 2026-11-21 Opt-ins". */
export function folderTrail(folder: string): string {
  const names = folder.split(/[\\/]/).filter((name) => name !== '');
  return names.slice(-shownFolders).join(' › ');
}
