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
        ? sentence(`Nothing needs doing: Docket tries again ${until(at, now)}`)
        : sentence(`${meanwhile}; Docket tries again ${until(at, now)}`),
    allowedAgain: (at, now) => `Requests are allowed again in ${duration(at - now)}.`,
  },
);
