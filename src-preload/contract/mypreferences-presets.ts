import type { MyPreferencesPaths } from './connections.ts';

export interface MyPreferencesPreset {
  readonly baseUrl: string;
  readonly paths: MyPreferencesPaths;
}

/**
 * The two generations of addresses. v3 is complete on the vendor's help pages; of v4 the base and the forms of initiate
 * and status are published, data and commit follow the same pattern. That is why every template can be changed.
 * https://pm.mypreferences.com/API/3/Help
 */
export const myPreferencesPresets: Readonly<Record<'v3' | 'v4', MyPreferencesPreset>> = {
  v3: {
    baseUrl: 'https://pm.mypreferences.com/API/3/async',
    paths: {
      initiate: '{clientId}/export/Segment/{segmentName}',
      status: '{clientId}/status/Token/{accessToken}',
      data: '{clientId}/export/Segment/{accessToken}',
      commit: '{clientId}/export/Schedule/Commit/{accessToken}',
    },
  },
  v4: {
    baseUrl: 'https://pm.mypreferences.com/Profiles/v4',
    paths: {
      initiate: 'Async/{clientId}/Export/Segment/{segmentName}',
      status: 'Async/{clientId}/Export/{accessToken}/Status',
      data: 'Async/{clientId}/Export/Segment/{accessToken}',
      commit: 'Async/{clientId}/Export/Segment/Commit/{accessToken}',
    },
  },
};
