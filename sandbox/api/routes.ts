import { downloadModel } from '@/sandbox/api/catalogue/download-models.ts';
import { modelById } from '@/sandbox/api/catalogue/model.ts';
import { modelVersionById } from '@/sandbox/api/catalogue/model-version.ts';
import { modelVersionMini } from '@/sandbox/api/catalogue/model-version-mini.ts';
import { modelList } from '@/sandbox/api/catalogue/models.ts';
import { downloadVault } from '@/sandbox/api/vault/download-vault.ts';
import { trpcVault, trpcVersionIds } from '@/sandbox/api/vault/trpc-vault.ts';
import { vaultAll } from '@/sandbox/api/vault/vault-all.ts';
import { vaultCheck } from '@/sandbox/api/vault/vault-check.ts';
import { vaultGet } from '@/sandbox/api/vault/vault-get.ts';
import { vaultToggle } from '@/sandbox/api/vault/vault-toggle.ts';
import { type ApiRequest, numbersIn, type Route } from './handler.ts';
import { me } from './me.ts';
import { authSession } from './session.ts';

const none = () => [];
const inPath = (_request: ApiRequest, pathId: string) => [Number(pathId)].filter(Number.isFinite);
const inQuery = (name: string) => (request: ApiRequest) => numbersIn(request.query, name);

/** Every route of the API half. The order matters where one path fits two. */
const routes: readonly Route[] = [
  {
    endpoint: 'vault/get',
    path: /^\/api\/v1\/vault\/get$/,
    kind: 'authed',
    methods: ['GET'],
    handle: vaultGet,
    namedVersions: none,
  },
  {
    endpoint: 'vault/all',
    path: /^\/api\/v1\/vault\/all$/,
    kind: 'authed',
    methods: ['GET'],
    handle: vaultAll,
    namedVersions: none,
  },
  {
    endpoint: 'vault/check-vault',
    path: /^\/api\/v1\/vault\/check-vault$/,
    kind: 'authed',
    methods: ['GET'],
    handle: vaultCheck,
    namedVersions: inQuery('modelVersionIds'),
  },
  {
    endpoint: 'vault/toggle-version',
    path: /^\/api\/v1\/vault\/toggle-version$/,
    kind: 'authed',
    methods: ['POST'],
    handle: vaultToggle,
    namedVersions: inQuery('modelVersionId'),
  },
  { endpoint: 'me', path: /^\/api\/v1\/me$/, kind: 'authed', methods: ['GET'], handle: me, namedVersions: none },
  {
    endpoint: 'models',
    path: /^\/api\/v1\/models$/,
    kind: 'mixed',
    methods: ['GET'],
    handle: modelList,
    namedVersions: inQuery('modelVersionIds'),
    namedModels: inQuery('ids'),
  },
  {
    endpoint: 'models/{id}',
    path: /^\/api\/v1\/models\/([^/]+)$/,
    kind: 'public',
    methods: ['GET'],
    handle: modelById,
    namedVersions: none,
    namedModels: inPath,
  },
  {
    endpoint: 'model-versions/mini/{id}',
    path: /^\/api\/v1\/model-versions\/mini\/([^/]+)$/,
    kind: 'mixed',
    methods: ['GET'],
    handle: modelVersionMini,
    namedVersions: inPath,
  },
  {
    endpoint: 'model-versions/{id}',
    path: /^\/api\/v1\/model-versions\/([^/]+)$/,
    kind: 'mixed',
    methods: ['GET'],
    handle: modelVersionById,
    namedVersions: inPath,
  },
  {
    endpoint: 'auth/session',
    path: /^\/api\/auth\/session$/,
    kind: 'plain',
    methods: ['GET'],
    handle: authSession,
    namedVersions: none,
  },
  {
    endpoint: 'download/vault',
    path: /^\/api\/download\/vault\/([^/]+)$/,
    kind: 'plain',
    methods: ['GET'],
    handle: downloadVault,
    namedVersions: none,
  },
  {
    endpoint: 'download/models',
    path: /^\/api\/download\/models\/([^/]+)$/,
    kind: 'plain',
    methods: ['GET'],
    handle: downloadModel,
    namedVersions: inPath,
  },
  {
    endpoint: 'trpc/vault',
    path: /^\/api\/trpc\/(vault\.[A-Za-z]+)$/,
    kind: 'plain',
    methods: ['GET', 'POST'],
    handle: trpcVault,
    namedVersions: trpcVersionIds,
  },
];

/** The route of a path, with its variable part; `undefined` means that the site half answers. */
export function findRoute(path: string): { route: Route; pathId: string } | undefined {
  for (const route of routes) {
    const match = route.path.exec(path);
    if (match) return { route, pathId: match[1] ?? '' };
  }
  return undefined;
}
