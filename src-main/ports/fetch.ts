/**
 * The network as a port: Electron's network stack in the app (system proxy, PAC, certificate store), plain `fetch` in
 * tests. With `redirect: 'manual'` a redirect arrives as its 3xx response with `location` readable.
 */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
