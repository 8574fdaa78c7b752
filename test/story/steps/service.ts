/** Step 26: one answer on every channel. */
import { lea } from "../cast.ts";
import type { Person } from "../client.ts";
import { codeIn, type Scene } from "../scene.ts";

/** Léa signs in to her portal with a fresh code. */
export async function comeBack(scene: Scene): Promise<Person> {
  const portal = scene.visitor();
  await portal.post("/portal/codes", { email: lea.email });
  await scene.settle();
  await portal.post("/portal/sessions", { email: lea.email, code: codeIn(await scene.mail(lea.email, /code/i)) });
  return portal;
}

/** 26. The chat answers from the record, hands over when it is unsure; the person's answer follows her by e-mail, and hers comes back into the same conversation. */
export async function askForTheTechnician(scene: Scene): Promise<string> {
  await scene.say(
    26,
    "“Where is my technician?” The assistant answers from the record; the next question goes to Zoé, and the talk goes on by e-mail.",
  );
  const portal = await comeBack(scene);
  const id = () => crypto.randomUUID();
  const { conversationId } = await portal.post("/public/chats", {
    text: "Où est mon technicien ?",
    locale: "fr",
    clientId: id(),
  });
  await scene.settle();
  const chat = () => portal.post(`/public/chats/${conversationId}/reading`);
  const answered = (await chat()).messages.at(-1);
  if (!answered.automatic || !/Malik/.test(answered.body) || answered.sources.length === 0)
    throw new Error(`the assistant should answer from the record, with its source: ${answered.body}`);

  await portal.post(`/public/chats/${conversationId}/messages`, {
    text: "Le voyant de droite reste orange depuis son passage, c’est normal docteur ?",
    clientId: id(),
  });
  await scene.settle();
  if (!(await chat()).withPerson) throw new Error("what the assistant does not know should go to a person");
  await scene.advance({ minutes: 4 });
  const agent = await scene.as("agent");
  await agent.post(`/conversations/${conversationId}/replies`, {
    body: "Bonjour Léa, oui : l’orange signale le mode économie d’énergie, le débit n’en souffre pas.",
    channel: "chat",
  });
  await scene.advance({ minutes: 5 }); // she has closed the page: the answer follows her by mail
  const mail = await scene.mail(lea.email, /économie d’énergie/);
  const admin = await scene.as("admin");
  await admin.post(`/demo/mail/${encodeURIComponent(mail.id)}/answers`, { text: "Parfait, merci Zoé !" });
  await scene.settle();
  const { messages } = await agent.get(`/conversations/${conversationId}`);
  if (
    !messages.some((message: { channel: string; body: string }) => message.channel === "email" && /merci Zoé/.test(message.body))
  )
    throw new Error("her e-mail should have joined the same conversation");
  await agent.post(`/conversations/${conversationId}/resolution`);
  await scene.settle();
  return conversationId;
}
