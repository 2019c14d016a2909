import { app, type BrowserWindow } from 'electron';
import type { PaperPorts } from '../archive/paper.ts';

/** Countries whose printers hold Letter paper; the rest of the world has A4. https://en.wikipedia.org/wiki/Letter_(paper_size) */
const letterCountries: ReadonlySet<string> = new Set([
  'US',
  'CA',
  'MX',
  'CL',
  'CO',
  'VE',
  'PH',
  'GT',
  'CR',
  'PA',
  'DO',
  'NI',
  'SV',
  'PR',
]);

const pageSize = () => (letterCountries.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4');

/** Which page of how many, quietly at the foot. Chromium fills in the classes. */
const foot =
  '<div style="width:100%;font-size:8px;font-family:sans-serif;color:#555;text-align:right;padding:0 16mm"><span class="pageNumber"></span> / <span class="totalPages"></span></div>';

/** The page that the window shows, by Chromium's own printing: https://www.electronjs.org/docs/latest/api/web-contents#contentsprinttopdfoptions */
export function createPaperPorts(windowOf: () => BrowserWindow | null): PaperPorts {
  const contents = () => {
    const window = windowOf();
    if (window === null) throw new Error('no window');
    return window.webContents;
  };
  return {
    toPdf: () =>
      contents().printToPDF({
        pageSize: pageSize(),
        printBackground: true,
        displayHeaderFooter: true,
        headerTemplate: '<span></span>',
        footerTemplate: foot,
      }),
    print: () =>
      new Promise((resolve, reject) => {
        contents().print({ printBackground: true, pageSize: pageSize() }, (printed, reason) => {
          if (printed) resolve(true);
          else if (/cancel/i.test(reason)) resolve(false);
          else reject(new Error(reason));
        });
      }),
  };
}
