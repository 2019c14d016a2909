import { mergeClasses } from '@fluentui/react-components';
import type { FileView } from '../../../src-preload/contract/retrievals.ts';
import { number, size } from '../../words/values.ts';
import { words } from '../../words/words.ts';
import { usePaperStyles } from './paper-styles.ts';
import { onPaper } from './receipt-facts.ts';

/** Each file with its rows, size and SHA-256; the head is repeated on each sheet of paper. */
export function PaperFiles({ files }: { readonly files: readonly FileView[] }) {
  const styles = usePaperStyles();
  const say = words.receiptPage;
  if (files.length === 0) return <p className={styles.hint}>{say.noFiles}</p>;
  const folders = [...new Set(files.map(({ folder }) => folder))];
  const end = mergeClasses(styles.column, styles.end);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.column}>
              {say.file}
            </th>
            <th scope="col" className={end}>
              {say.rows}
            </th>
            <th scope="col" className={end}>
              {say.size}
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </tbody>
      </table>
      {folders.map((folder) => (
        <p key={folder} className={styles.hint}>
          {say.savedIn(folder)}
        </p>
      ))}
    </>
  );
}

function FileRow({ file }: { readonly file: FileView }) {
  const styles = usePaperStyles();
  const say = words.receiptPage;
  const end = mergeClasses(styles.cell, styles.end);
  return (
    <tr className={styles.file}>
      <td className={styles.cell}>
        <div className={styles.name}>{file.name}</div>
        <div className={styles.mono}>{file.sha256}</div>
        {file.binnedAt !== undefined && <div>{say.binned(onPaper(file.binnedAt))}</div>}
      </td>
      <td className={end}>{file.rows === null ? '' : number(file.rows)}</td>
      <td className={end}>
        <div>{size(file.bytes)}</div>
        <div className={styles.exact}>{say.bytes(file.bytes)}</div>
      </td>
    </tr>
  );
}
