/** @jsxImportSource react */
import type { ModelData } from '@/sandbox/site/app/data/model.ts';
import type { PageProps } from '@/sandbox/site/app/data/page-props.ts';
import { Card } from '@/sandbox/site/app/ui/boxes.tsx';
import { ButtonLink } from '@/sandbox/site/app/ui/button.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';

type Gate = 'unrated' | 'mature' | 'login';

const SAFE_LEVELS = 3;
const PG = 1;

/** Why the whole page gives way to a card, if it does (site-facts.md B.5, E). */
export function gateOf(model: ModelData, { domain, session }: PageProps): Gate | undefined {
  if (session?.user.id === model.user.id) return undefined;
  if (model.nsfwLevel === 0) return 'unrated';
  if (domain === 'green' && !(model.nsfwLevel & SAFE_LEVELS)) return 'mature';
  if (!session && !(model.nsfwLevel & PG)) return 'login';
  return undefined;
}

const texts = {
  unrated: { title: 'This content has not been rated yet', text: 'It will be visible as soon as it has been rated.' },
  mature: {
    title: 'Mature content now lives on civitai.red',
    text: 'This page is not shown on civitai.com. Your account works on both.',
  },
  login: { title: 'Log in to view this content', text: 'This page contains content that needs an account.' },
};

/** The card that stands instead of a page. */
export function Gated({ gate, path }: { gate: Gate; path: string }) {
  const { title, text } = texts[gate];
  return (
    <div className="gated">
      <Card>
        <Icon name="lock" size={40} />
        <h1>{title}</h1>
        <p>{text}</p>
        {gate === 'mature' ? <ButtonLink href={`https://civitai.red${path}`}>Go to civitai.red</ButtonLink> : null}
        {gate === 'login' ? <ButtonLink href="/login">Log in</ButtonLink> : null}
      </Card>
    </div>
  );
}
