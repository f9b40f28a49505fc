/** @jsxImportSource react */
import type { ReactNode } from 'react';
import type { ModelData, VersionData } from '@/sandbox/site/app/data/model.ts';
import { formatDate, groupDigits, typeLabel } from '@/sandbox/site/app/format/format.ts';
import { Link, useRouter } from '@/sandbox/site/app/router/context.tsx';
import { Badge, Fold } from '@/sandbox/site/app/ui/boxes.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';

/** The Details table: type, figures, reviews, hash, trigger words, and the AIR for a visitor who is logged in (site-facts.md B.2). */
export function Details({ model, version }: { model: ModelData; version: VersionData }) {
  const { route } = useRouter();
  const hash = version.files[0]?.hashes.find(({ type }) => type === 'AutoV2')?.hash;
  return (
    <Fold title="Details" open>
      <div className="details">
        <Row label="Type">
          <Badge className="type-badge">{typeLabel(model.type)}</Badge>
        </Row>
        <Row label="Stats">
          <Icon name="download" size={14} /> {groupDigits(version.rank.downloadCountAllTime)}
          <Icon name="brush" size={14} /> {groupDigits(version.rank.generationCountAllTime)}
        </Row>
        <Reviews modelId={model.id} version={version} />
        <Row label="Published">{formatDate(version.publishedAt ?? version.createdAt)}</Row>
        <Row label="Base Model">
          <span className="text-link">{version.baseModel}</span>
        </Row>
        {hash ? (
          <Row label="Hash">
            <span className="hash">
              <span>AUTOV2</span>
              <span>{hash}</span>
            </span>
          </Row>
        ) : null}
        <TriggerWords words={version.trainedWords} />
        {route.pageProps.session && route.pageProps.flags.airDisplay ? (
          <Row label="AIR">
            <Air modelId={model.id} versionId={version.id} />
          </Row>
        ) : null}
      </div>
    </Fold>
  );
}

function Reviews({ modelId, version }: { modelId: number; version: VersionData }) {
  const count = version.rank.thumbsUpCountAllTime;
  if (count === 0) return null;
  return (
    <Row label="Reviews">
      <Link href={`/models/${modelId}/reviews?modelVersionId=${version.id}`} className="review-link">
        Very Positive <span className="dimmed">({groupDigits(count)})</span>
      </Link>
    </Row>
  );
}

function TriggerWords({ words }: { words: string[] }) {
  if (words.length === 0) return null;
  return (
    <Row label="Trigger Words">
      {words.map(word => (
        <Badge key={word} className="word-badge">
          {word} <Icon name="copy" size={12} />
        </Badge>
      ))}
    </Row>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="details-row">
      <span className="dimmed">{label}</span>
      <div className="details-value">{children}</div>
    </div>
  );
}

function Air({ modelId, versionId }: { modelId: number; versionId: number }) {
  return (
    <div className="air">
      <code>civitai:</code>
      <code className="air-id">{modelId}</code>
      <code>@</code>
      <code className="air-id">{versionId}</code>
    </div>
  );
}
