import type { Attention } from '@/entrypoints/civitai.content/presses/attention';

/** The user's attention where no event has told anything. */
export const noAttention: Attention = {
  arrivalAt: () => undefined,
  isTyping: () => false,
  wasPointerAt: () => false,
};

/** The judgement of a press that the user has meant. */
export const sure = async () => true;
