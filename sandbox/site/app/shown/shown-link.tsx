/** @jsxImportSource react */
import type { AnchorHTMLAttributes } from 'react';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';
import { useModelName } from '@/sandbox/site/app/live/names.ts';
import { Link } from '@/sandbox/site/app/router/context.tsx';
import { useShown } from './use-shown.ts';

type Target = { modelId: number; modelName: string; versionId?: number | undefined };

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  surface: string;
  to: Target;
  /** Without the name in the address. */
  bare?: boolean;
  /** A plain anchor: the click loads a document, as where the site does not use next/link. */
  plain?: boolean;
};

/** An anchor to a model or version that is itself the place where it is shown. */
export function ShownLink({ surface, to, bare, plain, children, ...rest }: Props) {
  const name = useModelName(to.modelId, to.modelName);
  const ref = useShown<HTMLAnchorElement>({ surface, modelId: to.modelId, versionId: to.versionId });
  const href = modelUrl(to.modelId, bare ? undefined : name, to.versionId);
  if (plain) {
    return (
      <a {...rest} ref={ref} href={href}>
        {children}
      </a>
    );
  }
  return (
    <Link {...rest} anchorRef={ref} href={href}>
      {children}
    </Link>
  );
}
