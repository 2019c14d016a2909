import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startState } from './state/start.ts';
import { pageNonce } from './ui/page-nonce.ts';

const root = document.getElementById('root');

if (root !== null) {
  startState();
  createRoot(root).render(
    <StrictMode>
      <App nonce={pageNonce()} />
    </StrictMode>,
  );
}
