import { readStored, store } from "../stored.ts";

const stored = "throughline.chat";

/** The chat a visitor has begun on this device, and the key that opens it. Customers who signed in need none. */
export interface StoredChat {
  conversationId: string;
  key: string;
}

export function storedChat(): StoredChat | undefined {
  try {
    const { conversationId, key } = JSON.parse(readStored(stored) ?? "") as Partial<StoredChat>;
    return conversationId && key ? { conversationId, key } : undefined;
  } catch {
    return undefined;
  }
}

/** The key of this very chat, when this device has it. */
export const keyOf = (conversationId: string): { key?: string } => {
  const chat = storedChat();
  return chat?.conversationId === conversationId ? { key: chat.key } : {};
};

export const storeChat = (chat: StoredChat | null): void => store(stored, chat && JSON.stringify(chat));
