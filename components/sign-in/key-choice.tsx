import { Text } from '@/components/text';
import { t } from '@/utils/texts/texts';

type Props = {
  /** The different keys that were pasted. */
  keys: readonly string[];
  onChoose: (key: string) => void;
};

/** Asks which of several pasted keys is meant. No more of each is shown than its end. */
export function KeyChoice({ keys, onChoose }: Props) {
  if (keys.length < 2) return null;
  return (
    <div class="sign-in-keys" role="alert">
      <p>{t('sign-in.which')}</p>
      {keys.map(key => (
        <button key={key} type="button" class="button button--quiet" onClick={() => onChoose(key)}>
          <span>
            <Text
              id="sign-in.use"
              values={{
                tail: (
                  <bdi>
                    <code>{key.slice(-4)}</code>
                  </bdi>
                ),
              }}
            />
          </span>
        </button>
      ))}
    </div>
  );
}
