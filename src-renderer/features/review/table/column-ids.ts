/** The grid names columns by texts: the row numbers' own, and one for each column of the file. */
export const numberColumn = 'row-number';

const prefix = 'column-';

export function columnId(index: number): string {
  return `${prefix}${index}`;
}

export function columnIndexOf(id: string | null | undefined): number | null {
  return id?.startsWith(prefix) === true ? Number(id.slice(prefix.length)) : null;
}
