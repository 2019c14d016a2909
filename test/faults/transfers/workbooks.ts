import { zipOf } from '../../support/zip.ts';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The smallest workbook that Excel opens: one sheet with a header and so many rows. */
export function workbook(rows: number): Buffer {
  const sheet = `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(rows + 1)}</sheetData></worksheet>`;
  return zipOf({
    '[Content_Types].xml': Buffer.from('<Types/>'),
    'xl/workbook.xml': Buffer.from(
      `<workbook xmlns:r="${relationships}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': Buffer.from(
      `<Relationships><Relationship Id="rId1" Type="${relationships}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': Buffer.from(sheet),
  });
}
