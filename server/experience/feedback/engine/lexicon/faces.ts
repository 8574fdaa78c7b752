const good =
  ":) :-) :D :-D ;) ;-) =) =D :P :p :-P ;P xD XD <3 <33 ^^ ^_^ :] :3 :* 8) 😀 😁 😂 🤣 😃 😄 😅 😆 😉 😊 😋 😎 😍 😘 🥰 🙂 🤗 🤩 😇 😌 🥳 💪 👍 👏 🙌 🙏 ❤ ♥ 💕 💖 💗 💙 💚 💛 💜 💞 💘 🎉 🎊 ✨ ⭐ 🌟 🏆 👌 ✌ ☺ 😻 💯 🔥 ✅ 🌹 🌸 🎁 🥇 😏 💋 🤘 ☀";
const bad =
  ":( :-( =( :[ ;( :'( :/ :-/ :\\ :-\\ :| :-| :S :s -_- >:( D: </3 😞 😟 😠 😡 😢 😣 😤 😥 😦 😧 😨 😩 😪 😫 😬 😭 😰 😱 😳 😵 😷 🙁 ☹ 🤬 🤮 🤢 👎 💔 😒 😓 😔 😕 😖 🙄 😑 😐 💀 💩 🤦 😾 😿 ⚠ ❌ 🚫 😲 🤧 🤯";

/** Emoticons and emoji, and whether they please (1) or not (-1). */
export const faces: ReadonlyMap<string, number> = new Map([
  ...good.split(" ").map((face) => [face, 1] as const),
  ...bad.split(" ").map((face) => [face, -1] as const),
]);
