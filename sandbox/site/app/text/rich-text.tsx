/** @jsxImportSource react */
import { useRef } from 'react';
import type { RichText as Text } from '@/sandbox/site/app/data/content.ts';
import { cx } from '@/sandbox/site/app/format/class-names.ts';
import { useClientLayoutEffect } from '@/sandbox/site/app/hooks/layout.ts';
import { useTextEdition } from '@/sandbox/site/app/live/texts.ts';
import { report } from '@/sandbox/site/app/shown/registry.ts';
import { linksIn } from '@/sandbox/site/app/shown/text-links.ts';

/** RenderHtml: what people wrote, put in as HTML. When it changes, all of its nodes are replaced (site-facts.md A.1). */
export function RichText({ text, className }: { text: Text | string; className?: string }) {
  const ref = useRef<HTMLDivElement>(null);
  const edition = useTextEdition();
  const html = typeof text === 'string' ? text : text.html;
  const links = typeof text === 'string' ? undefined : text.links;

  useClientLayoutEffect(() => {
    const anchors = [...(ref.current?.querySelectorAll('a[href]') ?? [])];
    const targets = links ?? linksIn(anchors);
    const endings = anchors.flatMap((anchor, index) => {
      const target = targets[index];
      return target ? [report({ surface: 'text', ...target, linked: true }, () => anchor)] : [];
    });
    return () => {
      for (const end of endings) end();
    };
  }, [html, links, edition]);

  return (
    <div
      ref={ref}
      className={cx('mantine-TypographyStylesProvider-root', className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the site puts creators' HTML in like this (site-facts.md A.1).
      dangerouslySetInnerHTML={{ __html: edition === 0 ? html : `${html}<!-- edition ${edition} -->` }}
    />
  );
}
