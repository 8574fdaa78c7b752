import { sql } from "kysely";
import type { CampaignBlock, CampaignMail } from "#front-office/campaigns/campaign.ts";
import { type Context, type Locale, reader } from "#platform/context.ts";
import { json } from "#platform/database.ts";
import { refuseUnless } from "#platform/errors.ts";
import { templateContent } from "#platform/mail/mail-content.ts";
import { write } from "#platform/write.ts";
import { withMarketing } from "./lead.ts";

/** What somebody receives who has been quiet for so many days: texts of ours (`template`) or words of the organisation (`mail`). */
export interface NurtureStep {
  key: string;
  afterDays: number;
  template: string;
  mail?: Record<Locale, CampaignMail>;
}

/** The steps as they read now in both languages, who waits for each, and what came of each. */
export async function showNurture(ctx: Context) {
  const db = reader(ctx);
  const settings = await db.selectFrom("lead_settings").selectAll().executeTakeFirstOrThrow();
  const [waiting, done] = await Promise.all([
    db
      .selectFrom("leads")
      .select(["nurture_step", (eb) => eb.fn.countAll<bigint>().as("n")])
      .where("closed_at", "is", null)
      .where("contact_id", "is not", null)
      .where("status", "in", [...withMarketing])
      .groupBy("nurture_step")
      .execute(),
    sql<{ step: string; sent: bigint; opened: bigint; clicked: bigint }>`
      select e.data ->> 'step' as step, count(*) as sent, count(m.opened_at) as opened, count(m.clicked_at) as clicked
      from events e left join messages m on m.id = (e.data ->> 'messageId')::uuid
      where e.type = 'lead.nurtured' group by 1`.execute(db),
  ]);
  return {
    handOverScore: settings.hand_over_score,
    steps: (settings.nurture as unknown as NurtureStep[]).map((step, index) => {
      const came = done.rows.find((row) => row.step === step.key);
      return {
        key: step.key,
        afterDays: step.afterDays,
        mail: step.mail ? asInput(step.mail) : { en: ours(step.template, "en"), fr: ours(step.template, "fr") },
        waiting: Number(waiting.find((row) => row.nurture_step === index)?.n ?? 0),
        sent: Number(came?.sent ?? 0),
        opened: Number(came?.opened ?? 0),
        clicked: Number(came?.clicked ?? 0),
      };
    }),
  };
}

/** Changes what is sent and when. Whoever is on the way goes on with the step of the same place. */
export const changeNurture = (
  ctx: Context,
  input: { steps: { key: string; afterDays: number; mail: Record<Locale, CampaignMail> }[] },
) =>
  write(ctx, async (tx) => {
    const { steps } = input;
    const isInOrder = steps.every((step, at) => at === 0 || step.afterDays > steps[at - 1]!.afterDays);
    refuseUnless(isInOrder && new Set(steps.map((step) => step.key)).size === steps.length, "lead.nurture_order");
    await tx
      .updateTable("lead_settings")
      .set({ nurture: json(steps.map((step) => ({ ...step, template: `nurture:${step.key}` }))) })
      .execute();
    return { steps: steps.length };
  });

const asInput = (mail: Record<Locale, CampaignMail>) => ({
  en: { ...mail.en, blocks: [...mail.en.blocks] },
  fr: { ...mail.fr, blocks: [...mail.fr.blocks] },
});

/** The texts that come with the product, as somebody could have typed them. */
function ours(template: string, locale: Locale): Omit<CampaignMail, "blocks"> & { blocks: CampaignBlock[] } {
  const { subject, preview, title, blocks } = templateContent({
    template,
    locale,
    data: { firstName: "{{firstName}}", lastName: "" },
    actionUrl: "https://page.example",
  });
  return {
    subject,
    preview: preview ?? "",
    title: title ?? "",
    blocks: blocks.flatMap((block): CampaignBlock[] => {
      if (block.kind === "text") return [{ kind: "text", text: block.text }];
      return block.kind === "button" ? [{ kind: "button", label: block.label }] : [];
    }),
  };
}
