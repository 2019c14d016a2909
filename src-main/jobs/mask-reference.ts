/** A secret reference as it may be shown: its last digits, to tell two apart, behind dots that don't give its length away. */
export function maskReference(reference: string): string {
  const shown = reference.length >= 8 ? 4 : reference.length >= 4 ? 2 : 0;
  return `••••${reference.slice(reference.length - shown)}`;
}
