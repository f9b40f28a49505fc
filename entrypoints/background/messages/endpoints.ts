import { type AccountServices, accountEndpoints } from './account-endpoints';
import type { OwnGroundServices } from './answer-question';
import { type AvailabilityServices, availabilityEndpoints } from './availability-endpoints';
import { type HistoryServices, historyEndpoints } from './history-endpoints';
import { type MirrorServices, mirrorEndpoints } from './mirror-endpoints';
import { ownGroundEndpoints, type RemovalServices, removalEndpoints } from './removal-endpoints';
import { type SiteServices, siteEndpoints } from './site-endpoints';
import { type VersionServices, versionEndpoints } from './version-endpoints';

export type Services = AccountServices &
  HistoryServices &
  AvailabilityServices &
  MirrorServices &
  OwnGroundServices &
  SiteServices &
  RemovalServices &
  VersionServices;

/** One endpoint for every row of utils/messages/: the router doesn't take a list in which one is missing. */
export function createEndpoints(services: Services) {
  return [
    ...versionEndpoints(services),
    ...mirrorEndpoints(services),
    ...availabilityEndpoints(services),
    ...accountEndpoints(services),
    ...ownGroundEndpoints(services),
    ...historyEndpoints(services),
    ...removalEndpoints(services),
    ...siteEndpoints(services),
  ];
}
