"use client";

import { useChat } from "@ai-sdk/react";
import { useState } from "react";

/** The least a page needs to hold a conversation: the yardstick for what ours makes a browser load. */
export default function Page() {
  const { messages, sendMessage } = useChat();
  const [text, setText] = useState("");
  return (
    <main>
      {messages.map((message) => (
        <p key={message.id}>{message.parts.map((part) => (part.type === "text" ? part.text : ""))}</p>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void sendMessage({ text });
          setText("");
        }}
      >
        <input value={text} onChange={(event) => setText(event.target.value)} />
      </form>
    </main>
  );
}
