/** @jsxImportSource react */
import { useRef } from 'react';
import { modelUrl } from '@/sandbox/site/app/format/format.ts';
import { useRouter } from '@/sandbox/site/app/router/context.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';

const AIR = /civitai:(\d+)@(\d+)$/;

/** The search in the header; an AIR leads straight to its version (site-facts.md A.1). */
export function SearchBox() {
  const { navigator } = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const search = () => {
    const text = input.current?.value.trim() ?? '';
    const [, modelId, versionId] = AIR.exec(text) ?? [];
    const isAir = modelId !== undefined && versionId !== undefined;
    const page = `/search/models?query=${encodeURIComponent(text)}`;
    navigator.push(isAir ? modelUrl(Number(modelId), undefined, Number(versionId)) : page);
  };
  return (
    <form
      className="site-search"
      onSubmit={event => {
        event.preventDefault();
        search();
      }}
    >
      <span className="site-search-kind">
        Models <Icon name="down" size={14} />
      </span>
      <input ref={input} type="search" placeholder="Search Civitai" aria-label="Search Civitai" />
      <kbd>/</kbd>
      <button type="submit" aria-label="Search">
        <Icon name="search" size={18} />
      </button>
    </form>
  );
}
