import { hasShape } from '@/utils/has-shape';
import type { VaultSummary } from '@/utils/vault/vault-summary';
import type { Snapshot } from './account';

const SNAPSHOT =
  'session:string,keyTail:string,membership:string,canWrite:boolean,asOf:number,username:string?,tier:string?,keyScope:number?,isBrief:boolean?,isLogin:boolean?,hasNoList:boolean?,itemCount:number?,isOwnerFresh:boolean?';
const SUMMARY = 'session:string,stored:number,pending:number,failed:number,lost:number,twice:number?';
const ITEM =
  'id:number,modelVersionId:number,modelId:number,modelName:string,versionName:string,status:string,failures:number,type:string?,baseModel:string?';

const isProblem = (value: unknown) => hasShape(value, 'kind:string');
const isAbsent = (value: unknown) => value === undefined;

/** True for figures that can be shown; those of another release may lack what this one reads. */
export function isSnapshot(value: unknown): value is Snapshot {
  return (
    hasShape(value, SNAPSHOT) &&
    /^(?:member|lapsed|never|unknown)$/.test(`${value.membership}`) &&
    (isAbsent(value.quota) || hasShape(value.quota, 'usedKb:number,totalKb:number,updatedAt:string')) &&
    (isAbsent(value.countProblem) || isProblem(value.countProblem))
  );
}

function isStatus(value: unknown): boolean {
  if (!hasShape(value, 'kind:string,done:number?,total:number?,at:number?')) return false;
  const { kind, problem, at } = value;
  return kind === 'failed' ? isProblem(problem) : kind === 'never' || (kind === 'synced' && at !== undefined);
}

/** True for a summary that can be shown. */
export function isSummary(value: unknown): value is VaultSummary {
  return (
    hasShape(value, SUMMARY) &&
    isStatus(value.status) &&
    isListOf(value.types, 'type:string,count:number,kb:number') &&
    isListOf(value.recent, ITEM)
  );
}

function isListOf(value: unknown, shape: string): boolean {
  return Array.isArray(value) && value.every(entry => hasShape(entry, shape));
}
