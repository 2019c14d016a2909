export type Shell = 'windows' | 'mac' | 'linux';

/** How each system works out a file's SHA-256 by what it comes with; the name is quoted as its shell wants it. */
export function commandFor(shell: Shell, name: string): string {
  switch (shell) {
    case 'windows':
      // In double quotes only % keeps its meaning there, and no name of Windows holds a double quote.
      // https://learn.microsoft.com/windows-server/administration/windows-commands/certutil#-hashfile
      return `certutil -hashfile "${name}" SHA256`;
    case 'mac':
      return `shasum -a 256 ${quoted(name)}`;
    case 'linux':
      return `sha256sum ${quoted(name)}`;
  }
}

/** In single quotes nothing has a meaning but the quote itself; a name that begins with a dash is no option. */
function quoted(name: string): string {
  const path = name.startsWith('-') ? `./${name}` : name;
  return `'${path.replaceAll("'", "'\\''")}'`;
}
