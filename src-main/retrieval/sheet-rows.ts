/**
 * Counts the rows of a worksheet that hold a value, as its XML streams by (ECMA-376 part 1, §18.3.1.73): memory stays flat
 * whatever the size, and nothing blocks for long.
 */
export interface SheetRows {
  write(bytes: Uint8Array): void;
  end(): number;
}

const tag = /<(\/?)(?:[\w.-]+:)?(row|v|is)(?=[\s/>])/gu;
/** No tag name that matters is longer; a piece of one at the end of a chunk waits for the next. */
const longestTagName = 64;

export function createSheetRows(): SheetRows {
  let carry = '';
  let rows = 0;
  let hasValue = false;

  function scan(text: string) {
    for (const match of text.matchAll(tag)) {
      const closes = match[1] === '/';
      if (match[2] !== 'row') hasValue ||= !closes;
      else if (closes && hasValue) {
        rows += 1;
        hasValue = false;
      } else if (!closes) hasValue = false;
    }
  }

  return {
    write(bytes) {
      // Latin-1 keeps every byte one character: tags are ASCII in UTF-8, and nothing else is looked at.
      const text = carry + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
      const open = text.lastIndexOf('<');
      const cut =
        open !== -1 && text.length - open < longestTagName && !text.includes('>', open) ? open : text.length;
      scan(text.slice(0, cut));
      carry = text.slice(cut);
    },
    end() {
      scan(carry);
      carry = '';
      return rows;
    },
  };
}
