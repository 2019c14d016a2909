import { errorTextIn } from '../error-text.ts';
import { sentence } from '../sentence.ts';
import { appErrors } from './errors-app.ts';
import { diskErrors } from './errors-disk.ts';
import { exportErrors } from './errors-exports.ts';
import { networkErrors } from './errors-network.ts';
import { duration, until } from './time.ts';

export const errorText = errorTextIn(
  { ...networkErrors, ...exportErrors, ...diskErrors, ...appErrors },
  {
    triesAgain: (at, now, meanwhile) =>
      meanwhile === undefined
        ? sentence(`Du trenger ikke å gjøre noe: Docket prøver igjen ${until(at, now)}`)
        : sentence(`${meanwhile}. Docket prøver igjen ${until(at, now)}`),
    allowedAgain: (at, now) => `Forespørsler er tillatt igjen om ${duration(at - now)}.`,
  },
);
