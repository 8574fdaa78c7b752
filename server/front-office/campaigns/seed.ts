import { type Context, reader } from "#platform/context.ts";
import { createCampaign } from "./save-campaign.ts";

/** The campaign the demo begins with, ready to be launched: Fibre Pro. */
export async function seedCampaigns(ctx: Context): Promise<void> {
  const segment = await reader(ctx)
    .selectFrom("segments")
    .select("id")
    .where("archived_at", "is", null)
    .orderBy("created_at")
    .limit(1)
    .executeTakeFirst();
  await createCampaign(ctx, {
    name: "Fibre Pro",
    offer: "Fibre Pro 1 Gb/s",
    slug: "fibre-pro",
    segmentId: segment?.id ?? null,
    formSlug: "fibre-pro",
    utm: {},
    startsAt: null,
    endsAt: null,
    unsubscribeLimitBp: 50,
    mail: {
      en: {
        subject: "{{firstName}}, fibre made for your work",
        preview: "1 Gb/s, a Wi-Fi 6 router, installed on the day you choose.",
        title: "Hello {{firstName}},",
        blocks: [
          {
            kind: "text",
            text: "Your work does not wait for a page to load. **Fibre Pro** brings you 1 Gb/s, a Wi-Fi 6 router and 200 minutes of calls.",
          },
          {
            kind: "text",
            text: "You choose the day of the installation among windows that are really free, and follow the technician live.",
          },
          { kind: "button", label: "See Fibre Pro" },
          { kind: "text", text: "A question? Answer this message: a person reads it." },
        ],
      },
      fr: {
        subject: "{{firstName}}, une fibre pensée pour votre activité",
        preview: "1 Gb/s, un routeur Wi-Fi 6, installés le jour de votre choix.",
        title: "Bonjour {{firstName}},",
        blocks: [
          {
            kind: "text",
            text: "Votre travail n’attend pas qu’une page se charge. **Fibre Pro** vous apporte 1 Gb/s, un routeur Wi-Fi 6 et 200 minutes d’appels.",
          },
          {
            kind: "text",
            text: "Vous choisissez le jour de l’installation parmi des créneaux vraiment libres, et suivez le technicien en direct.",
          },
          { kind: "button", label: "Découvrir Fibre Pro" },
          { kind: "text", text: "Une question\u202f? Répondez à ce message\u00a0: une personne vous lit." },
        ],
      },
    },
    page: {
      en: {
        eyebrow: "For workshops, shops and offices",
        title: "Fibre that works as hard as you do",
        lead: "1 Gb/s, a Wi-Fi 6 router and your calls, installed on the day you choose. One contact, one invoice, no surprise.",
        price: "€89 a month before VAT",
        priceNote: "12-month term. Router €189 and installation €149, once.",
        benefits: [
          { icon: "speed", title: "1 Gb/s both ways", text: "Send large files and hold video calls without a second thought." },
          {
            icon: "calendar",
            title: "The day you choose",
            text: "Only windows in which a technician can really come are offered. You follow the visit live.",
          },
          {
            icon: "invoice",
            title: "One clear invoice",
            text: "Equipment, subscription and calls on one invoice whose every line can be opened.",
          },
        ],
        steps: [
          "Leave us your details. Once your plans take shape, one of us calls you within one business hour.",
          "Choose your equipment and your day.",
          "The technician installs everything; you confirm that it works.",
        ],
        questions: [
          {
            question: "Is my address connected?",
            answer: "Leave us your details: we check the line before we offer you anything.",
          },
          {
            question: "Can I keep my number?",
            answer: "Yes. Give us the transfer code of your operator and we take care of it.",
          },
          { question: "What if I move?", answer: "We move your line with you, and you pay nothing for the days without it." },
        ],
        action: "Contact me",
      },
      fr: {
        eyebrow: "Pour les ateliers, commerces et bureaux",
        title: "Une fibre qui travaille autant que vous",
        lead: "1 Gb/s, un routeur Wi-Fi 6 et vos appels, installés le jour de votre choix. Un seul interlocuteur, une seule facture, aucune surprise.",
        price: "89\u00a0€ HT par mois",
        priceNote: "Engagement 12 mois. Routeur 189\u00a0€ et installation 149\u00a0€, une seule fois.",
        benefits: [
          {
            icon: "speed",
            title: "1 Gb/s dans les deux sens",
            text: "Envoyez de gros fichiers et tenez vos visioconférences sans y penser.",
          },
          {
            icon: "calendar",
            title: "Le jour de votre choix",
            text: "Seuls les créneaux où un technicien peut vraiment venir sont proposés. Vous suivez la visite en direct.",
          },
          {
            icon: "invoice",
            title: "Une facture claire",
            text: "Matériel, abonnement et appels sur une seule facture, dont chaque ligne s’ouvre.",
          },
        ],
        steps: [
          "Laissez-nous vos coordonnées. Dès que votre projet se précise, l’un de nous vous appelle sous une heure ouvrée.",
          "Choisissez votre équipement et votre jour.",
          "Le technicien installe tout\u202f; vous confirmez que tout fonctionne.",
        ],
        questions: [
          {
            question: "Mon adresse est-elle raccordée\u202f?",
            answer: "Laissez-nous vos coordonnées\u00a0: nous vérifions la ligne avant de vous proposer quoi que ce soit.",
          },
          {
            question: "Puis-je garder mon numéro\u202f?",
            answer: "Oui. Donnez-nous le code RIO de votre opérateur et nous nous occupons de tout.",
          },
          {
            question: "Et si je déménage\u202f?",
            answer: "Nous déplaçons votre ligne avec vous, et vous ne payez rien pour les jours sans elle.",
          },
        ],
        action: "Être recontacté",
      },
    },
  });
}
