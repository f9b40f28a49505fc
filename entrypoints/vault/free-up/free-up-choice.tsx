import { OutwardLink } from '@/components/outward-link';
import { CandidateLine } from '@/entrypoints/vault/removal/candidate-line';
import type { Removal } from '@/entrypoints/vault/removal/use-removal';
import type { VersionId } from '@/utils/civitai/ids';
import { siteLinks } from '@/utils/civitai/site-links';
import { describeBriefly } from '@/utils/sentences/describe-problem';
import { describePutBackObstacle } from '@/utils/sentences/put-back-sentences';
import { joinSentences } from '@/utils/sentences/sentences';
import { formatKb } from '@/utils/texts/format';
import { t } from '@/utils/texts/texts';
import { freedKbOf, shortOfKb } from '@/utils/vault/free-up';
import { type Candidate, tickedOf } from '@/utils/vault-view/removal';
import type { Spares } from './use-spares';

type Props = {
  removal: Removal;
  spares: Spares;
  neededKb: number;
  /** Versions of which there is a newer one. */
  superseded: ReadonlySet<VersionId>;
  now: number;
};

/** What could be removed: first what can be put back, then the rest, each with its reason. */
export function FreeUpChoice({ removal, spares, neededKb, superseded, now }: Props) {
  const { account, space, verdicts, isLooking, lookFurther } = spares;
  const { freeKb, totalKb } = space;
  const { candidates } = removal;
  if (account?.ok === false) return <p role="alert">{describeBriefly(account.problem, now)}</p>;
  if (account && shortOfKb(neededKb, freeKb, []) === 0)
    return <p role="status">{t('free-up.enough', { size: formatKb(freeKb) })}</p>;
  if (account && neededKb > totalKb) return <Beyond totalKb={totalKb} />;
  const canReturn = ({ versionId }: Candidate): boolean => verdicts.get(versionId)?.can === true;
  const proposed = candidates.filter(canReturn);
  const remarkOf = ({ versionId }: Candidate): string => {
    const verdict = verdicts.get(versionId);
    if (verdict?.can === false) return describePutBackObstacle(verdict.why, now);
    return superseded.has(versionId) ? t('free-up.superseded') : '';
  };
  const others = candidates.filter(candidate => !canReturn(candidate));
  const ticked = tickedOf(candidates);
  const hasFailed = candidates.length > 0 && candidates.every(({ finding }) => finding.kind === 'failed');
  const isShort = shortOfKb(neededKb, freeKb, ticked) > 0 && proposed.every(({ isTicked }) => isTicked);
  return (
    <>
      <Group
        title={t('free-up.proposed')}
        lead={t('free-up.lead')}
        tone="calm"
        {...{ removal, remarkOf }}
        lines={proposed}
      />
      {!isLooking && account && !lookFurther && proposed.length === 0 && <p>{t('free-up.none')}</p>}
      <Group
        title={t('free-up.kept')}
        lead={t('free-up.kept.lead')}
        tone="warning"
        {...{ removal, remarkOf }}
        lines={others}
      />
      {(isLooking || !account) && <p class="note">{t('free-up.looking')}</p>}
      {lookFurther && (
        <button type="button" class="link-button free-up-more" onClick={lookFurther}>
          {t(hasFailed ? 'removal.look-up-again' : 'free-up.more')}
        </button>
      )}
      {!isLooking && account && isShort && (
        <WaysOn isAll={proposed.length > 0 && !lookFurther} canTickMore={others.some(({ isTicked }) => !isTicked)} />
      )}
      <p role="status" class="free-up-total">
        {totalOf(ticked, neededKb, freeKb)}
      </p>
    </>
  );
}

/** All that is proposed doesn't make enough space: what else there is, what costs money last. */
function WaysOn({ isAll, canTickMore }: { isAll: boolean; canTickMore: boolean }) {
  const words = joinSentences(
    isAll ? t('free-up.all-ticked') : undefined,
    canTickMore ? t('free-up.by-hand') : undefined,
  );
  return (
    <div class="free-up-ways">
      {words && <p>{words}</p>}
      <MoreStorage />
    </div>
  );
}

/** No removal makes so much space. */
function Beyond({ totalKb }: { totalKb: number }) {
  return (
    <div class="free-up-ways">
      <p role="status">{t('free-up.beyond', { size: formatKb(totalKb) })}</p>
      <MoreStorage />
    </div>
  );
}

function MoreStorage() {
  return (
    <p>
      <OutwardLink href={siteLinks.memberships}>{t('link.more-storage')}</OutwardLink>
    </p>
  );
}

function totalOf(ticked: readonly Candidate[], neededKb: number, freeKb: number): string {
  const freedKb = freedKbOf(ticked);
  const shortKb = shortOfKb(neededKb, freeKb, ticked);
  const size = formatKb(freedKb);
  if (freedKb === 0 && shortKb > 0) return t('free-up.missing', { missing: formatKb(shortKb) });
  if (shortKb > 0) return t('free-up.short', { size, missing: formatKb(shortKb) });
  return t('free-up.after', { size, free: formatKb(Math.max(0, freeKb + freedKb)) });
}

type GroupProps = {
  title: string;
  lead: string;
  tone: 'calm' | 'warning';
  lines: readonly Candidate[];
  removal: Removal;
  remarkOf: (candidate: Candidate) => string;
};

function Group({ title, lead, tone, lines, removal, remarkOf }: GroupProps) {
  if (lines.length === 0) return null;
  return (
    <section class="removal-group free-up-group" data-tone={tone}>
      <h3>{title}</h3>
      <p>{lead}</p>
      <ul>
        {lines.map(candidate => (
          <CandidateLine
            key={candidate.versionId}
            candidate={candidate}
            remark={remarkOf(candidate)}
            isAsking={false}
            onTick={isTicked => removal.tick(new Set([candidate.versionId]), isTicked)}
          />
        ))}
      </ul>
    </section>
  );
}
