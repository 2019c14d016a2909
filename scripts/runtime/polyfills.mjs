// What today's Electron has and Electron 25 (V8 11.4, Node 18.15) has not. One by one and not core-js whole, so that
// nothing that is there gets replaced.
import 'core-js/actual/array/from-async';
import 'core-js/actual/async-disposable-stack';
import 'core-js/actual/disposable-stack';
import 'core-js/actual/error/is-error';
import 'core-js/actual/iterator';
import 'core-js/actual/map/group-by';
import 'core-js/actual/math/sum-precise';
import 'core-js/actual/object/group-by';
import 'core-js/actual/promise/try';
import 'core-js/actual/promise/with-resolvers';
import 'core-js/actual/regexp/escape';
import 'core-js/actual/set';
import 'core-js/actual/symbol/async-dispose';
import 'core-js/actual/symbol/dispose';
import 'core-js/actual/typed-array/from-base64';
import 'core-js/actual/typed-array/to-base64';
import 'core-js/actual/url/can-parse';
import 'core-js/actual/url/parse';
import { File } from 'node:buffer';
import { webcrypto } from 'node:crypto';

const globals = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (globalThis));
globals.crypto ??= webcrypto;
globals.File ??= File;
globals.CustomEvent ??= class CustomEvent extends Event {
  /**
   * @param {string} type
   * @param {{readonly bubbles?: boolean, readonly cancelable?: boolean, readonly composed?: boolean, readonly detail?: unknown}} [options]
   */
  constructor(type, options = {}) {
    super(type, options);
    this.detail = options.detail ?? null;
  }
};

// https://dom.spec.whatwg.org/#dom-abortsignal-any
if (!('any' in AbortSignal)) {
  Object.defineProperty(AbortSignal, 'any', {
    configurable: true,
    writable: true,
    value: (/** @type {Iterable<AbortSignal>} */ sources) => {
      const controller = new AbortController();
      const signals = [...sources];
      const follow = (/** @type {Event} */ event) => end(/** @type {AbortSignal} */ (event.target));
      const end = (/** @type {AbortSignal} */ source) => {
        for (const signal of signals) signal.removeEventListener('abort', follow);
        controller.abort(source.reason);
      };
      const ended = signals.find((signal) => signal.aborted);
      if (ended) end(ended);
      else for (const signal of signals) signal.addEventListener('abort', follow, { once: true });
      return controller.signal;
    },
  });
}
