import { isModelId } from '@/utils/civitai/ids';
import { isRecord } from '@/utils/is-record';
import type { RemovalAsked } from '@/utils/messages/own-ground';
import {
  answerRemoval,
  askRemoval,
  foreseeRemoval,
  removalQuestion,
  removalVerdict,
} from '@/utils/messages/own-ground-requests';
import { fail } from '@/utils/problem';
import { answerQuestion, describeQuestion, type OwnGroundServices } from './answer-question';
import { endpoint } from './endpoint';
import { hasVersionId, isOptionalPoint } from './guards';

/** The removals that are confirmed on the extension's own ground: pages ask, its own page answers. */
export function ownGroundEndpoints(services: OwnGroundServices) {
  const { removals } = services;
  return [
    endpoint(askRemoval, isRemovalAsked, (asked, { tabId }) => removals.ask(asked, tabId)),
    endpoint(foreseeRemoval, isAbout, about => removals.foresee(about)),
    endpoint(removalQuestion, hasId, ({ id }) => describeQuestion(services, id)),
    endpoint(removalVerdict, hasId, async ({ id }) => {
      const question = await removals.ownGround.find(id);
      return question ? removals.verdict(question.session, question.versionId) : fail({ kind: 'removal-expired' });
    }),
    endpoint(answerRemoval, isAnswer, answer => answerQuestion(services, answer)),
  ];
}

function isAbout(arg: unknown): arg is Pick<RemovalAsked, 'session' | 'versionId'> {
  return hasVersionId(arg) && 'session' in arg && typeof arg.session === 'string';
}

function isRemovalAsked(arg: unknown): arg is RemovalAsked {
  return (
    isAbout(arg) &&
    (!('why' in arg) || arg.why === undefined || arg.why === 'risk' || arg.why === 'many') &&
    (!('modelId' in arg) || arg.modelId === undefined || isModelId(arg.modelId)) &&
    (!('pressedAt' in arg) || isOptionalPoint(arg.pressedAt))
  );
}

function hasId(arg: unknown): arg is { id: string } {
  return isRecord(arg) && typeof arg.id === 'string';
}

function isAnswer(arg: unknown): arg is { id: string; isConfirmed: boolean } {
  return hasId(arg) && 'isConfirmed' in arg && typeof arg.isConfirmed === 'boolean';
}
