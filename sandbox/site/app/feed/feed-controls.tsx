/** @jsxImportSource react */
import { Dropdown } from '@/sandbox/site/app/ui/dropdown.tsx';
import { Icon } from '@/sandbox/site/app/ui/icon.tsx';
import { FILTER_BASE_MODELS, SORTS, setFilters, useFilters } from './filters.ts';

/** Sort menu and filters at the right of the sub-navigation. */
export function FeedControls() {
  return (
    <div className="feed-controls">
      <SortMenu />
      <FilterMenu />
    </div>
  );
}

function SortMenu() {
  const { sort } = useFilters();
  const target = (
    <>
      <Icon name="filter" /> {sort} <Icon name="down" size={14} />
    </>
  );
  const choose = (chosen: (typeof SORTS)[number], close: () => void) => {
    setFilters({ sort: chosen });
    close();
  };
  return (
    <Dropdown label="Sort" className="sub-nav-item" target={target}>
      {close =>
        SORTS.map(each => (
          <button
            key={each}
            type="button"
            role="menuitem"
            className="mantine-Menu-item"
            onClick={() => choose(each, close)}
          >
            {each}
          </button>
        ))
      }
    </Dropdown>
  );
}

function FilterMenu() {
  const { baseModel } = useFilters();
  const target = (
    <>
      <Icon name="filter" /> Filters {baseModel ? <span className="filter-count">1</span> : null}
      <Icon name="down" size={14} />
    </>
  );
  return (
    <Dropdown label="Filters" className="sub-nav-item" target={target}>
      {() => (
        <>
          <div className="menu-name">Base model</div>
          {FILTER_BASE_MODELS.map(each => (
            <button
              key={each}
              type="button"
              role="menuitemcheckbox"
              aria-checked={each === baseModel}
              className="mantine-Menu-item"
              onClick={() => setFilters({ baseModel: each === baseModel ? undefined : each })}
            >
              {each}
            </button>
          ))}
        </>
      )}
    </Dropdown>
  );
}
