import { atelierMartin } from "#test/story/cast.ts";
import { playStory } from "#test/story/play.ts";
import { sceneOnServer } from "#test/story/on-server.ts";
import type { Command } from "./command.ts";

const watchablePaceMs = 2_500;

/** Plays the story on the running server, so that whoever looks at console, portal and journey map sees them move. */
export const storyCommand: Command = {
  name: "story",
  summary: "play Léa Martin's journey on the running server (--fast: at once)",
  options: ["--fast", "--json"],
  async run(args, config) {
    const { publicUrl } = config();
    const fast = args.includes("--fast");
    const asJson = args.includes("--json");
    const answer = await fetch(`${publicUrl}/health/ready`).catch(() => undefined);
    if (!answer?.ok) {
      console.error(
        `No server answers at ${publicUrl}. Start it first with: npm start (set PORT or PUBLIC_URL if it runs elsewhere).`,
      );
      return 2;
    }
    const scene = await sceneOnServer(publicUrl, { paceMs: fast ? 0 : watchablePaceMs, log: asJson ? () => {} : console.log });
    const { rows } = await (await scene.as("admin")).get("/customers", { search: atelierMartin.name });
    if (rows.length > 0) {
      console.error(
        `${atelierMartin.name} has lived this story on ${publicUrl} already: a line is not lived twice.\nTo watch it again, start a server with a fresh folder: THROUGHLINE_DATA=./again npm start`,
      );
      return 2;
    }
    const played = await playStory(scene);
    console.log(
      asJson
        ? JSON.stringify(played)
        : `\nThe line is whole. Open the record: ${publicUrl}/customers/${played.customerId}\nand the journey map:  ${publicUrl}/journey-map`,
    );
    return 0;
  },
};
