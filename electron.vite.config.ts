import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { build, type Plugin } from 'vite';

/** Packages with binaries of their own stay outside of the bundle; everything else goes in. */
const native = [/^electron(\/|$)/, /^node:/, /^keytar$/, /^@photostructure\/sqlite(\/|$)/, /^@duckdb\//];

/**
 * The review engine is a second program, in a utility process: a crash there harms nothing.
 * It is bundled on its own, because code shared with the main program would be put into the main program's
 * file, and the worker would then start a second main program by requiring it.
 */
function reviewWorker(entry: string): Plugin {
  return {
    name: 'docket-review-worker',
    apply: 'build',
    async closeBundle() {
      if (!existsSync(entry)) return;
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
            input: { 'review-worker': entry },
            external: native,
            output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
          },
        },
      });
    },
  };
}

export default defineConfig({
  main: {
    plugins: [reviewWorker('src-main/review/worker.ts')],
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
