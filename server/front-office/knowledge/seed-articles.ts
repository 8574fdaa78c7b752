/** What an operator's customers ask most, answered. */
export const seedArticles = [
  {
    slug: "redemarrer-le-routeur",
    category: "internet",
    keywords: { en: "reboot reset box modem no internet slow light", fr: "reboot reset box modem relancer débrancher voyant" },
    en: {
      title: "Restart your router",
      body: "Most interruptions end with a restart.\n\n1. Unplug the router from the mains.\n2. Wait for thirty seconds.\n3. Plug it in again and wait for three minutes.\n\nWhen the light stays white, you are connected. If it blinks red after ten minutes, write to us: we look at the line at once.",
    },
    fr: {
      title: "Redémarrer votre routeur",
      body: "La plupart des coupures se règlent par un redémarrage.\n\n1. Débranchez le routeur du secteur.\n2. Attendez trente secondes.\n3. Rebranchez-le et patientez trois minutes.\n\nQuand le voyant reste blanc, vous êtes connecté. S’il clignote en rouge après dix minutes, écrivez-nous : nous regardons la ligne aussitôt.",
    },
  },
  {
    slug: "ameliorer-le-wifi",
    category: "internet",
    keywords: { en: "wireless signal slow coverage range", fr: "sans fil signal lent couverture portée débit" },
    en: {
      title: "Get a better Wi-Fi signal",
      body: "Put the router high up, in the open and far from metal.\n\n- Keep it away from the microwave oven and from thick walls.\n- Stay within ten metres for the full speed.\n- For a video call, prefer a cable or the 5 GHz network, whose name ends with “-5G”.\n\nA Wi-Fi repeater can be added to your subscription for larger places.",
    },
    fr: {
      title: "Améliorer le signal Wi-Fi",
      body: "Placez le routeur en hauteur, dégagé et loin du métal.\n\n- Éloignez-le du four à micro-ondes et des murs épais.\n- Restez à moins de dix mètres pour profiter du plein débit.\n- Pour une visioconférence, préférez un câble ou le réseau 5 GHz, dont le nom se termine par « -5G ».\n\nUn répéteur Wi-Fi peut être ajouté à votre abonnement pour les grands locaux.",
    },
  },
  {
    slug: "preparer-installation",
    category: "installation",
    keywords: {
      en: "technician visit appointment prepare fibre socket",
      fr: "technicien visite rendez-vous rdv préparer prise fibre",
    },
    en: {
      title: "Prepare the visit of the technician",
      body: "The visit takes about two hours. Someone of age must be present.\n\n- Choose where the fibre socket and the router go: close to a power outlet.\n- Free the way to the technical room and to the ducts.\n- If you rent, have the owner’s agreement at hand.\n\nYou are told when the technician leaves for your address, and can follow the visit live in your customer area.",
    },
    fr: {
      title: "Préparer la visite du technicien",
      body: "La visite dure environ deux heures. Une personne majeure doit être présente.\n\n- Choisissez l’emplacement de la prise fibre et du routeur : près d’une prise électrique.\n- Dégagez l’accès au local technique et aux gaines.\n- Si vous êtes locataire, gardez l’accord du propriétaire sous la main.\n\nVous êtes prévenu du départ du technicien et suivez la visite en direct dans votre espace client.",
    },
  },
  {
    slug: "changer-le-rendez-vous",
    category: "installation",
    keywords: {
      en: "move reschedule appointment other date slot",
      fr: "déplacer reporter décaler rdv rendez-vous autre date créneau",
    },
    en: {
      title: "Move your appointment",
      body: "Open your order in the customer area and choose “Change the appointment”. Only windows in which a technician can really come are offered.\n\nUntil the technician has left, moving is free. Afterwards, write to us in the chat.",
    },
    fr: {
      title: "Déplacer votre rendez-vous",
      body: "Ouvrez votre commande dans l’espace client et choisissez « Changer le rendez-vous ». Seuls les créneaux où un technicien peut vraiment venir sont proposés.\n\nTant que le technicien n’est pas parti, le changement est gratuit. Ensuite, écrivez-nous dans le chat.",
    },
  },
  {
    slug: "comprendre-la-facture",
    category: "facture",
    keywords: { en: "bill invoice amount first prorated higher VAT", fr: "montant première prorata élevée tva détail" },
    en: {
      title: "Understand your invoice",
      body: "There is one invoice a month for everything.\n\n- **One-off**: the router and the installation, on the first invoice only.\n- **Subscription**: paid in advance. The first invoice also holds the days from the start of the service to the end of the period, counted day by day.\n- **Usage**: minutes beyond those included, of the period that has ended.\n\nEach line opens in your customer area, down to the events it was made of.",
    },
    fr: {
      title: "Comprendre votre facture",
      body: "Une seule facture par mois regroupe tout.\n\n- **Ponctuel** : le routeur et l’installation, sur la première facture uniquement.\n- **Abonnement** : payé d’avance. La première facture comprend aussi les jours entre la mise en service et la fin de la période, comptés au jour près.\n- **Consommation** : les minutes au-delà du forfait, pour la période écoulée.\n\nChaque ligne s’ouvre dans votre espace client, jusqu’aux événements qui la composent.",
    },
  },
  {
    slug: "payer-une-facture",
    category: "facture",
    keywords: { en: "pay card transfer reference due", fr: "payer paiement régler carte virement référence échéance" },
    en: {
      title: "Pay an invoice",
      body: "Open the invoice in your customer area and pay by card, or make a bank transfer with the reference printed on the invoice: the payment is then recognised by itself.\n\nInvoices are due fourteen days after their date. If you need more time, tell us before that day and we find a solution together.",
    },
    fr: {
      title: "Payer une facture",
      body: "Ouvrez la facture dans votre espace client et payez par carte, ou faites un virement avec la référence imprimée sur la facture : le paiement est alors reconnu automatiquement.\n\nLes factures sont payables à quatorze jours. S’il vous faut plus de temps, prévenez-nous avant l’échéance : nous trouverons une solution ensemble.",
    },
  },
  {
    slug: "suivre-la-consommation",
    category: "facture",
    keywords: { en: "usage minutes calls left included", fr: "conso minutes appels restantes forfait" },
    en: {
      title: "Follow your usage",
      body: "The customer area shows the minutes used, those still included, and what the month will cost, a few minutes after each call. You receive a message at 80 % and at 100 % of your included minutes.",
    },
    fr: {
      title: "Suivre votre consommation",
      body: "L’espace client montre les minutes utilisées, celles qui restent dans le forfait et le coût prévu du mois, quelques minutes après chaque appel. Un message vous prévient à 80 % puis à 100 % de votre forfait.",
    },
  },
  {
    slug: "demenager-avec-la-fibre",
    category: "abonnement",
    keywords: { en: "moving house office address transfer", fr: "déménager déménagement adresse transfert locaux" },
    en: {
      title: "Move house with your fibre",
      body: "Tell us the new address four weeks ahead. We check that the line exists there, book a technician, and keep your number and your price.\n\nYou pay no subscription for the days without a line.",
    },
    fr: {
      title: "Déménager avec votre fibre",
      body: "Indiquez-nous la nouvelle adresse quatre semaines à l’avance. Nous vérifions que la ligne y existe, réservons un technicien, et conservons votre numéro et votre tarif.\n\nVous ne payez pas d’abonnement pour les jours sans ligne.",
    },
  },
] as const;
