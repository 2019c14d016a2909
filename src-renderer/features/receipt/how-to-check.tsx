import type { ReceiptPage } from '../../../src-preload/contract/receipts.ts';
import { words } from '../../words/words.ts';
import { commandFor, type Shell } from './check-commands.ts';
import { usePaperStyles } from './paper-styles.ts';

const shells: readonly Shell[] = ['windows', 'mac', 'linux'];
/** More would fill sheets; the command is the same for each. */
const mostNamed = 3;
const longestManifest = 4_000;

/** In plain steps, and exactly for those who check without Docket. */
export function HowToCheck({ page }: { readonly page: ReceiptPage }) {
  const styles = usePaperStyles();
  const say = words.receiptPage;
  const { files, manifest } = page;
  return (
    <>
      <h3 className={styles.heading}>{say.how}</h3>
      <ol className={styles.steps}>
        <li>{say.howInDocket}</li>
        {files.length > 0 && <li>{say.howByHand}</li>}
      </ol>
      {files.length > 0 && (
        <>
          <h3 className={styles.heading}>{say.commands}</h3>
          <p className={styles.hint}>{say.inFolder}</p>
          {shells.map((shell) => (
            <div key={shell} className={styles.details}>
              <div>{say[shell]}</div>
              <div className={styles.code}>
                {files
                  .slice(0, mostNamed)
                  .map(({ name }) => commandFor(shell, name))
                  .join('\n')}
                {files.length > mostNamed && '\n…'}
              </div>
            </div>
          ))}
          {page.listHolds && manifest.length <= longestManifest && (
            <div className={styles.details}>
              <div>{say.manifestHint}</div>
              <div className={styles.code}>{manifest}</div>
            </div>
          )}
        </>
      )}
    </>
  );
}
