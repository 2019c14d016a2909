import { expect, test } from 'vitest';
import { Failure } from '../../../src-main/ports/failure.ts';
import { calm } from '../../support/provider-context.ts';
import { json, startScriptedServer } from '../../support/scripted-server.ts';
import type { Stage } from './conformance-stage.ts';

export function secretsConform(stage: Stage): void {
  test('no secret is in any failure or log line, even when the vendor repeats what it was sent', async () => {
    const bearer = 'canary-bearer-token-4f7e';
    // What a careless error page shows: the request's own address, headers and body.
    let status = 200;
    let refusesSignIn = false;
    const echo = await startScriptedServer((request, response, socket) => {
      const { authorization } = request.headers;
      const signsIn = /token\/?$/i.test(request.target);
      if (signsIn && !refusesSignIn) {
        return json({ access_token: bearer, AccessToken: bearer, expires_in: 3600, ExpiresIn: 3600 })(
          request,
          response,
          socket,
        );
      }
      const basic = Buffer.from(authorization?.replace(/^Basic /, '') ?? '', 'base64').toString();
      const words = `${request.target} ${authorization} ${request.body} ${basic} ${decodeURIComponent(request.body.replaceAll('+', ' '))}`;
      const answer = {
        Message: words,
        Error: words,
        error: words,
        ErrorCode: words,
        code: status,
        message: words,
        data: { error: { detail: words } },
      };
      return json(answer, status)(request, response, socket);
    });
    const canaries = [...Object.values(stage.world.secrets), bearer].flatMap((secret) => [
      secret,
      encodeURIComponent(secret),
      new URLSearchParams([['', secret]]).toString().slice(1),
      Buffer.from(secret).toString('base64'),
    ]);
    if (stage.world.provider.traits.referenceIsSecret) canaries.push(stage.world.ready);
    const bench = stage.connect(stage.world.elsewhere(echo.origin));
    const calls: readonly (() => Promise<unknown>)[] = [
      () => bench.client.test(calm()),
      () => stage.check(stage.world.ready, bench.client),
      () => bench.client.plan(stage.world.ready, calm()),
      () => bench.client.start(stage.world.request, calm()),
      () => bench.client.acknowledge(stage.world.ready, { keepFiles: false }, calm()),
    ];
    const told: unknown[] = [];
    try {
      for (refusesSignIn of [false, true]) {
        for (status of [200, 400, 401, 403, 404, 500]) {
          for (const call of calls) {
            told.push(await stage.run(call()).catch((thrown: unknown) => thrown));
          }
        }
      }
    } finally {
      await echo.close();
    }
    const failures = told.filter((one) => one instanceof Failure);
    const lines = failures.flatMap((one) => [
      JSON.stringify(one.error),
      String(one),
      String(one.cause ?? ''),
    ]);
    expect(failures.length).toBeGreaterThan(30);
    expect(bench.logged.length).toBeGreaterThan(30);
    const everything = [...lines, ...bench.logged].join('\n');
    expect(canaries.filter((canary) => everything.includes(canary))).toEqual([]);
  });
}
