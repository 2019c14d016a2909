import { createHmac } from 'node:crypto';
import type { MainWorld } from './main-world.ts';

/** What someone else does at the vendor, from another computer, past Docket. Each answers the vendor's HTTP status. */
export function colleagueIn(world: MainWorld) {
  return {
    async commits(token: string): Promise<number> {
      const { mypreferences } = world.vendors;
      const { clientId, userId, sharedKey } = mypreferences.credentials;
      const at = new Date(world.clock.now()).toISOString();
      const signature = createHmac('sha256', sharedKey)
        .update(`${clientId}:${userId}:${at}`)
        .digest('base64');
      const answer = await fetch(
        `${mypreferences.baseUrls.v4}/Async/${clientId}/Export/Segment/Commit/${token}?keepFiles=true`,
        {
          method: 'POST',
          headers: {
            Authorization: `PNAUTHINFO3-HMAC-SHA256 Credential=${userId}/${at} Signature=${signature}`,
          },
        },
      );
      return answer.status;
    },

    async deletes(id: number): Promise<number> {
      const { crayon } = world.vendors;
      const { clientId, clientSecret, username, password } = crayon.credentials;
      const token = await fetch(crayon.tokenUrl, {
        method: 'POST',
        headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
        body: new URLSearchParams({ grant_type: 'password', scope: 'CustomerApi', username, password }),
      });
      const { AccessToken } = (await token.json()) as { readonly AccessToken: string };
      const gone = await fetch(`${crayon.origin}/api/v1/exports/${id}`, {
        method: 'DELETE',
        headers: { Authorization: `Bearer ${AccessToken}` },
      });
      return gone.status;
    },
  };
}
