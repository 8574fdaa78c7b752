import type { Locale } from "#platform/context.ts";
import type { MessageParams } from "#platform/i18n/translate.ts";
import { type MailContent, templateContent } from "#platform/mail/mail-content.ts";

export interface TemplateData {
  locale: Locale;
  data: MessageParams;
  actionUrl?: string | undefined;
  facts?: readonly { label: string; value: string }[] | undefined;
}
export type TemplateBuilder = (input: TemplateData) => MailContent;

const builders = new Map<string, TemplateBuilder>();

/**
 * Registers a message whose content is more than texts and a button. Most need none: a template "quote.sent" reads
 * mail:quote.sent.subject, .preview, .title, .body, .action and .note of the mail messages by itself; a name with a
 * colon ("quotes:mail.sent") reads them from that module's own messages.
 */
export function registerTemplate(name: string, build: TemplateBuilder): void {
  if (builders.has(name)) throw new Error(`two mail templates are called ${name}`);
  builders.set(name, build);
}

/** What a message of this template says. Throws RangeError when its texts do not exist. */
export function contentOf(template: string, input: TemplateData): MailContent {
  const build = builders.get(template);
  if (build) return build(input);
  const { locale, data, actionUrl, facts } = input;
  return templateContent({
    template,
    locale,
    data,
    ...(actionUrl === undefined ? {} : { actionUrl }),
    ...(facts === undefined ? {} : { facts }),
  });
}
