import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { build, type Plugin } from 'vite';
import { makeIcons } from './scripts/icons/make-icons.mjs';

/** Packages with binaries of their own stay outside of the bundle; everything else goes in. */
const native = [/^electron(\/|$)/, /^node:/, /^keytar$/, /^@photostructure\/sqlite(\/|$)/, /^@duckdb\//];

/**
 * Programs beside the main one: the review engine, in a utility process, where a crash harms nothing, and the thread that
 * checks files. Each is bundled on its own, because code shared with the main program would be put into the main program's
 * file, and the other would then start a second main program by requiring it.
 */
function besideMain(programs: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'docket-beside-main',
    apply: 'build',
    async closeBundle() {
      for (const [name, entry] of Object.entries(programs)) {
        if (!existsSync(entry)) continue;
        await build({
          configFile: false,
          logLevel: 'warn',
          publicDir: false,
          ssr: { noExternal: true },
          build: {
            ssr: true,
            outDir: 'out/main',
            emptyOutDir: false,
            target: 'node18',
            minify: false,
            rollupOptions: {
              input: { [name]: entry },
              external: native,
              output: {
                format: 'cjs',
                entryFileNames: '[name].cjs',
                codeSplitting: false,
                // What is loaded late is required: older Electrons never settle an `import()` in a utility process.
                dynamicImportInCjs: false,
              },
            },
          },
        });
      }
    },
  };
}

/** Draws the icon's bitmaps from its SVG. */
const icons: Plugin = {
  name: 'docket-icons',
  apply: 'build',
  closeBundle: () => makeIcons('resources/icon.svg', 'out/icons'),
};

export default defineConfig({
  main: {
    plugins: [
      icons,
      besideMain({
        'check-thread': 'src-main/retrieval/check-thread.ts',
        'review-worker': 'src-main/review/worker.ts',
        'workbook-thread': 'src-main/review/workbook-thread.ts',
      }),
    ],
    build: {
      outDir: 'out/main',
      externalizeDeps: false,
      target: 'node18',
      minify: false,
      rollupOptions: {
        input: { index: 'src-main/index.ts' },
        external: native,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      target: 'node18',
      minify: false,
      rollupOptions: {
        input: { index: 'src-preload/index.ts' },
        // A sandboxed preload can require nothing but electron: it must be one file.
        // https://www.electronjs.org/docs/latest/tutorial/sandbox#preload-scripts
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      target: 'chrome114',
      rollupOptions: { input: 'src-renderer/index.html' },
    },
  },
});
